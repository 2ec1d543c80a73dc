namespace Sensorium.Library;

/// <summary>What a journey keeps to. Every value has a default that works.</summary>
public sealed record JourneyOptions
{
    /// <summary>How long it lasts, 1 minute to 4 hours. Default 24 minutes.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(24);

    /// <summary>How far it may be off. Default 15 seconds.</summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest step on the plane from one song to the next. Default 0.35.</summary>
    public double MostStep { get; init; } = 0.35;

    /// <summary>How near to the way's beginning the first song lies, and to its end the last. Default 0.2.</summary>
    public double Near { get; init; } = 0.2;

    /// <summary>How the listener differs from the measurements; only its offsets matter here. Default in nothing.</summary>
    public PersonalTaste Taste { get; init; }
}
