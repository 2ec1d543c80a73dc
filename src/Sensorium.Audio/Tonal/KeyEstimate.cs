namespace Sensorium.Audio;

/// <summary>A key.</summary>
/// <param name="Tonic">0 is C, 11 is B.</param>
/// <param name="IsMinor">Whether it is minor.</param>
/// <param name="Strength">How well the notes fit, a correlation of -1..1; 0 in silence.</param>
/// <param name="Lead">By how much it fits better than the next best key, 0..2.</param>
public readonly record struct KeyEstimate(int Tonic, bool IsMinor, float Strength, float Lead)
{
    private static readonly string[] Names = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    /// <summary>Such as <c>Eb minor</c>.</summary>
    public override string ToString() => $"{Names[Tonic]} {(IsMinor ? "minor" : "major")}";
}
