namespace Sensorium.Music;

/// <summary>Plays a General MIDI SoundFont through FluidSynth's C API. No audio device is opened.</summary>
/// <remarks>
/// FluidSynth computes in blocks of 64 frames, so onsets and releases fall on the nearest block: within 32 frames (.73 ms at 44.1 kHz) of their place.
/// Each rendering runs on a fresh synthesizer, because FluidSynth's own reset leaves traces of what was played before; the SoundFont and the samples
/// of every instrument used so far stay in memory and are shared. Instruments are read from disk when first asked for.
/// Instruments that were recorded in stereo keep their width: panned to one end, FluidR3's stand 6 to 8 dB to that side, its mono ones wholly.
/// </remarks>
public sealed class FluidSynthesizer : ISynthesizer
{
    private const int Block = 64;
    private const int ChunkBlocks = 64;
    private readonly FluidSynthOptions _options;
    private readonly FluidFont _font;

    /// <summary>Opens a SoundFont.</summary>
    /// <param name="soundFontPath">An SF2 or SF3 file.</param>
    /// <param name="options">How it sounds; null takes the defaults.</param>
    /// <exception cref="MissingComponentException">FluidSynth's library or the file is missing.</exception>
    /// <exception cref="MalformedInputException">The file is no SoundFont, or it is broken or cut short.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public FluidSynthesizer(string soundFontPath, FluidSynthOptions? options = null)
    {
        _options = options ?? new FluidSynthOptions();
        _options.Validate();
        SoundFont = SoundFontInfo.Read(soundFontPath);
        FluidLibrary.Require();
        _font = new FluidFont(soundFontPath, _options);
    }

    /// <inheritdoc/>
    public int SampleRate => _options.SampleRate;

    /// <summary>The SoundFont that is played.</summary>
    public SoundFontInfo SoundFont { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The score breaks a range that its types state.</exception>
    /// <exception cref="UnsupportedInputException">The SoundFont lacks an instrument that the score asks for.</exception>
    public SoundBuffer Render(Score score, int frames, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        int[] channels = ChannelPlan.Assign(score);
        cancellationToken.ThrowIfCancellationRequested();
        FluidEvent[] events = FluidEvent.From(score, (double)SampleRate / Block);
        using FluidVoicing synth = _font.NewVoicing(score.Parts.Any(p => p.Reverb > 0));
        for (int i = 0; i < channels.Length; i++)
        {
            Part part = score.Parts[i];
            if (!synth.Select(channels[i], part))
            {
                throw Lacks(part);
            }
        }

        var sound = new SoundBuffer(SampleRate, 2, frames);
        Play(synth, events, channels, sound, cancellationToken);
        return sound;
    }

    /// <inheritdoc/>
    public void Dispose() => _font.Dispose();

    private static void Play(FluidVoicing synth, FluidEvent[] events, int[] channels, SoundBuffer sound, CancellationToken cancellationToken)
    {
        int next = 0;
        long block = 0;
        long blocks = ((long)sound.Length + Block - 1) / Block;
        while (block < blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (; next < events.Length && events[next].Block <= block; next++)
            {
                synth.Send(channels[events[next].Part], events[next]);
            }

            long until = Math.Min(blocks, block + ChunkBlocks);
            until = next < events.Length ? Math.Min(until, events[next].Block) : until;
            int start = (int)block * Block;
            int length = (int)Math.Min(until * Block, sound.Length) - start;
            synth.Write(sound.Channel(0).Slice(start, length), sound.Channel(1).Slice(start, length));
            block = until;
        }
    }

    private UnsupportedInputException Lacks(Part part) => new(new LocalizedText(
        $"The SoundFont \"{SoundFont.Path}\" has no instrument {part.Program} in bank {part.Bank}, which the part \"{part.Name}\" asks for. " +
        "Choose a complete General MIDI SoundFont such as FluidR3_GM.sf2, or another sound set.",
        $"사운드폰트 \"{SoundFont.Path}\"에는 \"{part.Name}\" 파트에 필요한 {part.Bank}번 뱅크의 {part.Program}번 악기가 없습니다. " +
        "FluidR3_GM.sf2처럼 모든 General MIDI 악기가 있는 사운드폰트나 다른 소리 세트을 고르십시오."));
}
