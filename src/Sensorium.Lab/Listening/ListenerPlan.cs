namespace Sensorium.Lab.Listening;

/// <summary>How many pictures are drawn for what.</summary>
/// <param name="Sets">Sound sets that play the eight hues, from the default one on.</param>
/// <param name="Hues">Pictures of eight hues with the default set.</param>
/// <param name="OtherHues">The same with each other set.</param>
/// <param name="Colours">Pictures of eighteen colours.</param>
/// <param name="LatticeScenes">Pictures of the whole lattice of colours.</param>
internal sealed record ListenerPlan(int Sets, (int Training, int Test) Hues, (int Training, int Test) OtherHues, (int Training, int Test) Colours, int LatticeScenes)
{
    /// <summary>What the documentation states.</summary>
    public static ListenerPlan Full { get; } = new(4, (40, 30), (40, 20), (24, 24), 3);

    /// <summary>What a test can wait for.</summary>
    public static ListenerPlan Quick { get; } = new(1, (16, 6), (0, 0), (8, 4), 1);

    /// <summary>How many pictures there are in all.</summary>
    public int Steps => Hues.Training + Hues.Test + ((Sets - 1) * (OtherHues.Training + OtherHues.Test)) + Colours.Training + Colours.Test + LatticeScenes;
}
