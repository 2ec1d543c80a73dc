namespace Sensorium.Music;

/// <summary>Dynamics and MIDI velocities. Steps of 16 around the velocities that notation programs play: pp 33, p 49, mp 64, mf 80, f 96, ff 112.</summary>
public static class Dynamics
{
    private static readonly double[] Bounds = [41, 56.5, 72, 88, 104];
    private static readonly string[] Symbols = ["pp", "p", "mp", "mf", "f", "ff"];

    /// <summary>What a velocity is written as.</summary>
    /// <param name="velocity">MIDI velocity, 1..127; a mean may lie between.</param>
    public static Dynamic OfVelocity(double velocity) => (Dynamic)Bounds.Count(bound => velocity >= bound);

    /// <summary>The letters in a score.</summary>
    /// <param name="dynamic">The dynamic.</param>
    /// <returns><c>pp</c> to <c>ff</c>.</returns>
    public static string Symbol(this Dynamic dynamic) => Symbols[(int)dynamic];
}
