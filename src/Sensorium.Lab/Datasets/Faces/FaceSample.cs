namespace Sensorium.Lab.Datasets;

/// <summary>One labelled face.</summary>
public sealed record FaceSample
{
    /// <summary>Which one: a path within the data set, with the tile's number where it is on a sheet.</summary>
    public required string Name { get; init; }

    /// <summary>The picture: a face that is cut out already, or a photograph with a face in it.</summary>
    public required Picture Picture { get; init; }

    /// <summary>What the jury voted for; null where there is a label only.</summary>
    public FaceVotes? Votes { get; init; }

    /// <summary>The label; null where there are votes.</summary>
    public Emotion? Label { get; init; }
}
