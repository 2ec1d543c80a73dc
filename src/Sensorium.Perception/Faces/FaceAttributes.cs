namespace Sensorium.Perception;

/// <summary>What a model of task <c>face-attributes</c> guesses from a face; only ever computed when asked for.</summary>
public sealed record FaceAttributes
{
    /// <summary>Name and version of the model that guessed.</summary>
    public required string Model { get; init; }

    /// <summary>Apparent age in years, 0 or more; null where the model does not estimate it.</summary>
    public double? Age { get; init; }

    /// <summary>Apparent gender in the words of the model's labels; null where the model does not estimate it.</summary>
    public LocalizedText? Gender { get; init; }

    /// <summary>The share of the label in <see cref="Gender"/>, in [0, 1]; 0 without one.</summary>
    public double GenderShare { get; init; }
}
