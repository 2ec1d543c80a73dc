namespace Sensorium.Perception;

/// <summary>How <see cref="FacePerceiver"/> reads a picture.</summary>
public sealed record FaceReadOptions
{
    /// <summary>Which faces are read; default: all.</summary>
    public FaceSelection Selection { get; init; } = FaceSelection.All;

    /// <summary>How faces are cut out; default: with margin.</summary>
    public FaceCropKind Crop { get; init; } = FaceCropKind.Margin;

    /// <summary>The whole picture is one face and nothing is looked for; default: false.</summary>
    public bool WholePicture { get; init; }

    /// <summary>Most faces to read, the largest first; at least 1, default 64. <see cref="FaceReading.IsCut"/> says when there were more.</summary>
    public int MostFaces { get; init; } = 64;

    /// <summary>Whether age and gender are guessed too; default: false. Needs a pack of task <c>face-attributes</c>.</summary>
    public bool AgeAndGender { get; init; }
}
