using Sensorium.Perception;

namespace Sensorium;

/// <summary>
/// Tells which words count at a moment: of those with times the one that reaches furthest into it; words without times count wherever somebody
/// speaks, and everywhere in a video without a voice.
/// </summary>
/// <param name="words">The words.</param>
/// <param name="segments">What was heard.</param>
internal sealed class WordsInTime(IReadOnlyList<FeelWords> words, IReadOnlyList<VoiceSegment> segments)
{
    private readonly VoiceSegment[] _voices = [.. segments.Where(segment => segment.Class is SoundClass.Speech or SoundClass.Singing)];

    /// <summary>The words of a moment.</summary>
    /// <param name="from">Its beginning.</param>
    /// <param name="to">Its end.</param>
    /// <returns>The words; null where none count.</returns>
    public FeelWords? At(TimeSpan from, TimeSpan to)
    {
        FeelWords? timed = words.Where(word => word.Start < to && word.End > from)
            .MaxBy(word => Math.Min(word.End!.Value.Ticks, to.Ticks) - Math.Max(word.Start!.Value.Ticks, from.Ticks));
        return timed ?? (IsSpoken(from, to) ? words.FirstOrDefault(word => word.Start is null) : null);
    }

    private bool IsSpoken(TimeSpan from, TimeSpan to) => _voices.Length == 0 || _voices.Any(voice => voice.Start < to && voice.End > from);
}
