using Sensorium.Library;

namespace Sensorium;

/// <summary>A journey that is asked for.</summary>
public sealed record JourneyRequest
{
    /// <summary>How it leads. Default iso.</summary>
    public JourneyKind Kind { get; init; } = JourneyKind.Iso;

    /// <summary>Where to: one place, for a custom journey several. Default pleasant and calm.</summary>
    public IReadOnlyList<PlanePoint> Goals { get; init; } = [JourneyPath.Calm];

    /// <summary>How long it lasts. Default 24 minutes.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(24);

    /// <summary>The way.</summary>
    /// <param name="mood">Where the listener is.</param>
    /// <returns>The way.</returns>
    public JourneyPath PathFrom(PlanePoint mood)
    {
        PlanePoint start = new(Math.Clamp(mood.Valence, -1, 1), Math.Clamp(mood.Arousal, -1, 1));
        return Kind switch
        {
            JourneyKind.Follow => JourneyPath.Follow(start),
            JourneyKind.Compensatory => JourneyPath.Compensatory(Goals[^1]),
            _ => JourneyPath.Custom([start, .. Goals]),
        };
    }
}
