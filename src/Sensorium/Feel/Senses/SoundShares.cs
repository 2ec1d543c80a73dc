using Sensorium.Perception;

namespace Sensorium;

/// <summary>How long a sound is speech, singing and music, and what it therefore is.</summary>
/// <param name="Speech">Somebody speaks, alone or over music.</param>
/// <param name="Singing">Somebody sings, alone or accompanied.</param>
/// <param name="Music">Instruments without a voice.</param>
/// <param name="Accompaniment">How much the singing sounds of instruments, 0..1.</param>
internal readonly record struct SoundShares(TimeSpan Speech, TimeSpan Singing, TimeSpan Music, double Accompaniment)
{
    // One in thirty short clips of acted speech is heard as bare singing; all of those are under four seconds and have less than this of instruments.
    private const double Instruments = 0.02;
    private static readonly TimeSpan LongSinging = TimeSpan.FromSeconds(6);
    private const double SureRatio = 9;
    private static readonly TimeSpan SureSpeech = TimeSpan.FromSeconds(20);

    /// <summary>A voice, spoken or sung.</summary>
    public TimeSpan Voice => Speech + Singing;

    /// <summary>
    /// Whether it is a song: more music and singing than speech. Speech over music is speech; singing makes a song with instruments, and without
    /// any from 6 s on: a few seconds of bare singing are more often somebody who speaks with feeling.
    /// </summary>
    public bool IsSong => Singing + Music > Speech && (Music > TimeSpan.Zero || Singing >= LongSinging || Accompaniment >= Instruments);

    /// <summary>Whether so much is speech that nobody need listen to the music any longer: 20 s, and nine times as much as all else that was heard.</summary>
    public bool IsSurelyVoice => Speech >= SureSpeech && Speech >= SureRatio * (Singing + Music);

    /// <summary>Adds stretches up.</summary>
    /// <param name="segments">The stretches.</param>
    /// <returns>The lengths.</returns>
    public static SoundShares Of(IReadOnlyList<VoiceSegment> segments)
    {
        TimeSpan Sum(SoundClass kind) => new(segments.Where(segment => segment.Class == kind).Sum(segment => (segment.End - segment.Start).Ticks));
        TimeSpan singing = Sum(SoundClass.Singing);
        double instruments = segments.Where(segment => segment.Class == SoundClass.Singing).Sum(segment => (segment.End - segment.Start) / singing * segment.MusicShare);
        return new(Sum(SoundClass.Speech), singing, Sum(SoundClass.Music), instruments);
    }
}
