using Sensorium.Expression;
using Sensorium.Media;

namespace Sensorium;

/// <summary>Everything that the files of one picture are made of.</summary>
/// <param name="Map">The map.</param>
/// <param name="Picture">The picture.</param>
/// <param name="Json">The map as JSON.</param>
/// <param name="Piece">The piece's score, where one was composed.</param>
/// <param name="Sound">The piece as sound, where it was played.</param>
/// <param name="Loops">The loops of each sound set.</param>
/// <param name="Language">Language in which the page opens.</param>
internal sealed record HearContent(
    SoundMap Map,
    DecodedPicture Picture,
    string Json,
    Piece? Piece,
    FinishedPiece? Sound,
    IReadOnlyList<LoopSet> Loops,
    Language Language);
