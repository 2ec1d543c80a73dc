using System.Globalization;

namespace Sensorium;

/// <summary>Where a piece is to lead.</summary>
/// <param name="Id">Its name in commands, or the place as it was given.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Valence">Valence there, -1..1; null for where the listener is.</param>
/// <param name="Arousal">Arousal there, -1..1; null for where the listener is.</param>
public sealed record ComposeGoal(string Id, LocalizedText Name, double? Valence, double? Arousal)
{
    /// <summary>The goals that have names.</summary>
    public static IReadOnlyList<ComposeGoal> Named { get; } =
    [
        new("calm", new("calm", "차분하게"), 0.45, -0.6),
        new("bright", new("bright", "밝게"), 0.7, 0.35),
        new("awake", new("awake", "활기차게"), 0.4, 0.75),
        new("steady", new("steady: stay as it is", "그대로 곁에"), null, null),
    ];

    /// <summary>Reads a goal.</summary>
    /// <param name="text">A name, or a place such as <c>0.5,-0.3</c>: valence, then arousal.</param>
    /// <returns>The goal; null where it is neither.</returns>
    public static ComposeGoal? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Named.FirstOrDefault(goal => goal.Id == text)
            ?? (ReadPlace(text) is { } place ? new ComposeGoal(text, new($"valence {place.Valence:+0.0;-0.0;0}, arousal {place.Arousal:+0.0;-0.0;0}", $"정서가 {place.Valence:+0.0;-0.0;0}, 각성도 {place.Arousal:+0.0;-0.0;0}"), place.Valence, place.Arousal) : null);
    }

    /// <summary>Reads a place on the plane.</summary>
    /// <param name="text">Valence and arousal, -1..1, parted by a comma.</param>
    /// <returns>The place; null where it is none.</returns>
    public static (double Valence, double Arousal)? ReadPlace(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(',');
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double valence)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double arousal)
            && Math.Abs(valence) <= 1 && Math.Abs(arousal) <= 1 ? (valence, arousal) : null;
    }
}
