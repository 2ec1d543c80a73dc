namespace Sensorium.Music;

/// <summary>
/// A loaded SoundFont. It belongs to one synthesizer that never sounds (the keeper) and is lent to those that do:
/// the font refers to its loader, which lives and dies with the synthesizer that loaded it.
/// </summary>
internal sealed class FluidFont : IDisposable
{
    private const int KeeperChannels = 256;
    private readonly FluidSynthOptions _options;
    private readonly FluidSettingsHandle _settings;
    private readonly FluidSynthHandle _keeper;
    private readonly Dictionary<(int Bank, int Program), int> _kept = [];
    private readonly nint _font;
    private readonly int _id;

    public FluidFont(string path, FluidSynthOptions options)
    {
        _options = options;
        using (FluidSettingsHandle keeping = NewSettings())
        {
            // The keeper holds one instrument a channel, so that its samples stay loaded between renderings; it needs no voices.
            Set(keeping, "synth.midi-channels", KeeperChannels);
            Set(keeping, "synth.polyphony", 1);
            Set(keeping, "synth.reverb.active", 0);
            _keeper = NewSynth(keeping);
        }

        _settings = NewSettings();
        _id = FluidNative.LoadSoundFont(_keeper, path, 0);
        _font = _id < 0 ? nint.Zero : FluidNative.GetSoundFont(_keeper, _id);
        if (_font == nint.Zero)
        {
            Dispose();
            throw SoundFontInfo.Broken(path, "FluidSynth cannot read it");
        }
    }

    /// <summary>A synthesizer in its initial state, with this font.</summary>
    /// <param name="reverb">Whether anything is sent to the reverb: left out, it costs no time and adds no trace to silence.</param>
    public FluidVoicing NewVoicing(bool reverb)
    {
        Set(_settings, "synth.reverb.active", _options.Reverb && reverb ? 1 : 0);
        FluidSynthHandle synth = NewSynth(_settings);
        return new FluidVoicing(this, synth, FluidNative.AddSoundFont(synth, _font), _options.FineInterpolation);
    }

    /// <summary>Keeps an instrument's samples loaded.</summary>
    /// <returns>Whether the font has the instrument.</returns>
    public bool Keep(int bank, int program)
    {
        if (_kept.ContainsKey((bank, program)))
        {
            return true;
        }

        int channel = _kept.Count % KeeperChannels;
        if (FluidNative.SelectProgram(_keeper, channel, _id, bank, program) != FluidNative.Ok)
        {
            return false;
        }

        foreach ((int Bank, int Program) replaced in _kept.Where(k => k.Value == channel).Select(k => k.Key).ToArray())
        {
            _kept.Remove(replaced);
        }

        _kept[(bank, program)] = channel;
        return true;
    }

    /// <summary>Takes the font back from a synthesizer that is about to go, which would free it otherwise.</summary>
    public void TakeBack(FluidSynthHandle synth) => _ = FluidNative.RemoveSoundFont(synth, _font);

    public void Dispose()
    {
        _keeper.Dispose();
        _settings?.Dispose();
    }

    private FluidSettingsHandle NewSettings()
    {
        FluidSettingsHandle settings = FluidNative.NewSettings();
        Set(settings, "synth.sample-rate", (double)_options.SampleRate);
        Set(settings, "synth.gain", _options.Gain);
        Set(settings, "synth.polyphony", _options.Polyphony);
        Set(settings, "synth.cpu-cores", 1);
        Set(settings, "synth.threadsafe-api", 0);
        Set(settings, "synth.dynamic-sample-loading", 1);
        Set(settings, "synth.chorus.active", _options.Chorus ? 1 : 0);
        Set(settings, "synth.reverb.active", _options.Reverb ? 1 : 0);
        Set(settings, "synth.reverb.room-size", _options.ReverbRoom);
        Set(settings, "synth.reverb.damp", _options.ReverbDamping);
        Set(settings, "synth.reverb.level", _options.ReverbLevel);
        return settings;
    }

    private static void Set(FluidSettingsHandle settings, string name, double value) => Check(FluidNative.SetNumber(settings, name, value), name);

    private static void Set(FluidSettingsHandle settings, string name, int value) => Check(FluidNative.SetInteger(settings, name, value), name);

    private static void Check(int result, string name)
    {
        if (result != FluidNative.Ok)
        {
            throw new InvalidOperationException($"FluidSynth refuses the setting {name}.");
        }
    }

    private static FluidSynthHandle NewSynth(FluidSettingsHandle settings)
    {
        FluidSynthHandle synth = FluidNative.NewSynth(settings);
        if (synth.IsInvalid)
        {
            synth.Dispose();
            throw new InvalidOperationException("FluidSynth cannot make a synthesizer.");
        }

        synth.KeepAlive(settings);
        return synth;
    }
}
