using Sensorium.Perception;

namespace Sensorium;

/// <summary>How long a sound is speech, singing and music, and what it therefore is.</summary>
/// <param name="Speech">Somebody speaks, alone or over music.</param>
/// <param name="Singing">Somebody sings, alone or accompanied.</param>
/// <param name="Music">Instruments without a voice.</param>
internal readonly record struct SoundShares(TimeSpan Speech, TimeSpan Singing, TimeSpan Music)
{
    private const double SureRatio = 9;
    private static readonly TimeSpan SureSpeech = TimeSpan.FromSeconds(20);

    /// <summary>A voice, spoken or sung.</summary>
    public TimeSpan Voice => Speech + Singing;

    /// <summary>Whether it is a song: more music and singing than speech. Singing makes a song, with instruments and without; speech over music is speech.</summary>
    public bool IsSong => Singing + Music > Speech;

    /// <summary>Whether so much is speech that nobody need listen to the music any longer: 20 s, and nine times as much as all else that was heard.</summary>
    public bool IsSurelyVoice => Speech >= SureSpeech && Speech >= SureRatio * (Singing + Music);

    /// <summary>Adds stretches up.</summary>
    /// <param name="segments">The stretches.</param>
    /// <returns>The lengths.</returns>
    public static SoundShares Of(IReadOnlyList<VoiceSegment> segments)
    {
        TimeSpan Sum(SoundClass kind) => new(segments.Where(segment => segment.Class == kind).Sum(segment => (segment.End - segment.Start).Ticks));
        return new(Sum(SoundClass.Speech), Sum(SoundClass.Singing), Sum(SoundClass.Music));
    }
}
