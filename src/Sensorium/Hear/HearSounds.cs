using System.Numerics.Tensors;
using Sensorium.Audio;
using Sensorium.Expression;
using Sensorium.Music;

namespace Sensorium;

/// <summary>Plays the loops and the piece of one picture.</summary>
internal sealed class HearSounds
{
    /// <summary>Loudness of the piece (EBU R 128 s2 recommends -16 LUFS for listening on phones and over the web).</summary>
    private const double PieceLufs = -16;
    private const double CeilingDbtp = -1;
    private const double RingSeconds = 2.5;
    private const double FadeSeconds = 1;

    /// <summary>-46 dB of the peak: what is softer is not heard as part of the piece.</summary>
    private const float AudibleShare = .005f;

    private static readonly FluidSynthOptions LoopSound = new() { ReverbLevel = .35, ReverbRoom = .4 };
    private static readonly FluidSynthOptions PieceSound = new() { ReverbLevel = .7, ReverbRoom = .65 };

    private readonly IReadOnlyList<LoadedSoundSet> _sets;

    private HearSounds(IReadOnlyList<LoadedSoundSet> sets) => _sets = sets;

    /// <summary>The set that plays the piece and that calibrates voices.</summary>
    public SoundSet First => _sets[0].Set;

    /// <summary>Loads the sound sets; a missing one is found out before any work is done.</summary>
    /// <param name="options">Which sets.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <returns>The player.</returns>
    public static async Task<HearSounds> OpenAsync(HearOptions options, CancellationToken cancellationToken)
    {
        List<LoadedSoundSet> sets = [];
        foreach (string name in options.SoundSets)
        {
            sets.Add(await DataFiles.SoundSetAsync(name, options.SoundFont, cancellationToken));
        }

        return new HearSounds(sets);
    }

    /// <summary>Renders the loops that a map needs, for every set; two threads share the work, each with a synthesizer of its own.</summary>
    /// <param name="map">The map.</param>
    /// <param name="cancellationToken">Stops rendering.</param>
    /// <returns>Loops by set; the same whatever the threads do.</returns>
    public IReadOnlyList<LoopSet> RenderLoops(SoundMap map, CancellationToken cancellationToken)
    {
        IReadOnlyList<LoopKey> keys = LoopPlan.Choose(map.Regions, map.Sounds);
        List<LoopSet> result = [];
        foreach (LoadedSoundSet loaded in _sets)
        {
            Loop[] loops = new Loop[keys.Count];
            int next = -1;
            Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, _ =>
            {
                using ISynthesizer synthesizer = loaded.Open(LoopSound);
                LoopRenderer renderer = new(synthesizer, loaded.Set, map.Tonality);
                for (int i = Interlocked.Increment(ref next); i < loops.Length; i = Interlocked.Increment(ref next))
                {
                    loops[i] = renderer.Render(keys[i], cancellationToken);
                }
            });
            result.Add(new LoopSet(loaded.Set, loops));
        }

        return result;
    }

    /// <summary>Plays the piece at its final loudness.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="cancellationToken">Stops playing.</param>
    /// <returns>The sound with what was measured of it.</returns>
    public FinishedPiece Play(Piece piece, CancellationToken cancellationToken)
    {
        using ISynthesizer synthesizer = _sets[0].Open(PieceSound);
        int frames = (int)((piece.Seconds + RingSeconds) * synthesizer.SampleRate);
        SoundBuffer sound = WithoutSilentEnd(synthesizer.Render(piece.Score, frames, cancellationToken));
        FadeOut(sound, (int)(FadeSeconds * synthesizer.SampleRate));
        LoudnessReport report = LoudnessNormalizer.Normalize(sound, PieceLufs, CeilingDbtp, cancellationToken);
        return new FinishedPiece(sound, report.Lufs, report.TruePeakDbtp);
    }

    /// <summary>Cuts what lies after the last sound that can be heard: how long sounds ring differs between sound sets.</summary>
    private static SoundBuffer WithoutSilentEnd(SoundBuffer sound)
    {
        float peak = 0;
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            peak = Math.Max(peak, TensorPrimitives.MaxMagnitude<float>(sound.Channel(c)));
        }

        float floor = Math.Abs(peak) * AudibleShare;
        int last = 0;
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            last = Math.Max(last, sound.Channel(c).LastIndexOfAnyExceptInRange(-floor, floor));
        }

        int length = Math.Min(sound.Length, last + (int)(FadeSeconds * sound.SampleRate / 2));
        SoundBuffer cut = new(sound.SampleRate, sound.ChannelCount, length);
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            sound.Channel(c)[..length].CopyTo(cut.Channel(c));
        }

        return cut;
    }

    private static void FadeOut(SoundBuffer sound, int frames)
    {
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            Span<float> tail = sound.Channel(c)[^Math.Min(frames, sound.Length)..];
            for (int i = 0; i < tail.Length; i++)
            {
                tail[i] *= (float)(.5 + (.5 * Math.Cos(Math.PI * (i + 1) / tail.Length)));
            }
        }
    }
}
