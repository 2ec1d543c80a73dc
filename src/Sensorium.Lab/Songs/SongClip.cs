namespace Sensorium.Lab.Songs;

/// <summary>A clip of music whose quadrant is known.</summary>
/// <param name="Name">Its name within the data.</param>
/// <param name="Quadrant">0 glad, 1 tense, 2 sad, 3 calm.</param>
internal readonly record struct SongClip(string Name, int Quadrant)
{
    /// <summary>Whether it is excited rather than calm.</summary>
    public bool IsExcited => Quadrant < 2;

    /// <summary>Whether it is pleasant.</summary>
    public bool IsPleasant => Quadrant is 0 or 3;
}
