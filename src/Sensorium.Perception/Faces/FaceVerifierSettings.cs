using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>How a <see cref="FaceVerifier"/> is run.</summary>
internal sealed record FaceVerifierSettings
{
    private const double UsualRoom = 1.8;
    private const double MostRoom = 8;
    private const double UsualScore = .2;
    private const double UsualGroup = .12;
    private const double UsualAlone = .28;
    private const double UsualClear = .4;
    private const int UsualProposals = 40;
    private const int MostEver = 1024;

    /// <summary>How wide a crop is, in sizes of the proposed box (the root of its area).</summary>
    public required double Room { get; init; }

    /// <summary>The first stage's least score of a proposal, where one in the picture is clear: where one face is, more may be.</summary>
    public required double LeastScore { get; init; }

    /// <summary>The least score where two or more are clear: in a group, some faces are small or turned away.</summary>
    public required double LeastInGroup { get; init; }

    /// <summary>The least score where none is clear; it saves time in pictures without faces.</summary>
    public required double LeastAlone { get; init; }

    /// <summary>From which score on a proposal is clear.</summary>
    public required double ClearScore { get; init; }

    /// <summary>The most proposals in one picture; the rest, of lower scores, is dropped.</summary>
    public required int MostProposals { get; init; }

    /// <summary>From the parameters <c>secondRoom</c>, <c>secondFrom</c>, <c>secondGroup</c>, <c>secondAlone</c>, <c>secondClear</c> and <c>secondMost</c> of a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="MalformedInputException">A parameter is no number or out of its range.</exception>
    public static FaceVerifierSettings From(ModelManifest manifest) => new()
    {
        Room = FaceDetectorSettings.Parameter(manifest, "secondRoom", 1, MostRoom, UsualRoom),
        LeastScore = FaceDetectorSettings.Parameter(manifest, "secondFrom", 0, 1, UsualScore),
        LeastInGroup = FaceDetectorSettings.Parameter(manifest, "secondGroup", 0, 1, UsualGroup),
        LeastAlone = FaceDetectorSettings.Parameter(manifest, "secondAlone", 0, 1, UsualAlone),
        ClearScore = FaceDetectorSettings.Parameter(manifest, "secondClear", 0, 1, UsualClear),
        MostProposals = (int)FaceDetectorSettings.Parameter(manifest, "secondMost", 1, MostEver, UsualProposals),
    };
}
