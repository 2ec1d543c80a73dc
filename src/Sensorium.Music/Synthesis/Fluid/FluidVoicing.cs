namespace Sensorium.Music;

/// <summary>A synthesizer for one rendering.</summary>
internal sealed unsafe class FluidVoicing : IDisposable
{
    private const int FineInterpolation = 7;
    private const int CoarseInterpolation = 4;
    private readonly FluidFont _font;
    private readonly FluidSynthHandle _synth;
    private readonly int _fontId;

    public FluidVoicing(FluidFont font, FluidSynthHandle synth, int fontId, bool fine)
    {
        (_font, _synth, _fontId) = (font, synth, fontId);
        _ = FluidNative.SetInterpolation(synth, -1, fine ? FineInterpolation : CoarseInterpolation);
    }

    /// <summary>Gives a channel its part's instrument and settings.</summary>
    /// <returns>Whether the font has the instrument.</returns>
    public bool Select(int channel, Part part)
    {
        if (!_font.Keep(part.Bank, part.Program)
            || FluidNative.SelectProgram(_synth, channel, _fontId, part.Bank, part.Program) != FluidNative.Ok)
        {
            return false;
        }

        _ = FluidNative.Controller(_synth, channel, MidiController.Volume, ChannelPlan.Controller(part.Volume));
        _ = FluidNative.Controller(_synth, channel, MidiController.Pan, ChannelPlan.PanController(part.Pan));
        _ = FluidNative.Controller(_synth, channel, MidiController.Reverb, ChannelPlan.Controller(part.Reverb));
        return true;
    }

    /// <summary>Presses or releases a key, or moves a channel. A key that the instrument has no sample for, or whose sound already ended, is no error.</summary>
    public void Send(int channel, FluidEvent message) => _ = message.Kind switch
    {
        FluidEventKind.Press => FluidNative.NoteOn(_synth, channel, message.Data1, message.Data2),
        FluidEventKind.Release => FluidNative.NoteOff(_synth, channel, message.Data1),
        _ => FluidNative.Controller(_synth, channel, message.Data1, message.Data2),
    };

    /// <summary>Computes the next frames.</summary>
    public void Write(Span<float> left, Span<float> right)
    {
        fixed (float* l = left, r = right)
        {
            if (FluidNative.WriteFloat(_synth, left.Length, l, 0, 1, r, 0, 1) != FluidNative.Ok)
            {
                throw new InvalidOperationException("FluidSynth cannot render.");
            }
        }
    }

    public void Dispose()
    {
        _font.TakeBack(_synth);
        _synth.Dispose();
    }
}
