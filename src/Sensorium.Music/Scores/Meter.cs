namespace Sensorium.Music;

/// <summary>How beats make a bar.</summary>
/// <param name="Beats">Beats in a bar, 1..32.</param>
/// <param name="Unit">Which note is a beat: 1 (whole), 2, 4 (quarter), 8 or 16.</param>
public readonly record struct Meter(int Beats, int Unit)
{
    /// <summary>Four quarters.</summary>
    public static Meter Common { get; } = new(4, 4);

    /// <summary>Length of a bar in quarter notes.</summary>
    public double Quarters => Beats * 4.0 / Unit;

    /// <summary>Whether it keeps the ranges above.</summary>
    public bool IsValid => Beats is >= 1 and <= 32 && Unit is 1 or 2 or 4 or 8 or 16;

    /// <inheritdoc/>
    public override string ToString() => $"{Beats}/{Unit}";
}
