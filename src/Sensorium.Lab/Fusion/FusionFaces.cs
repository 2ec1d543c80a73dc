using Sensorium.Lab.Datasets;
using Sensorium.Lab.Faces;
using Sensorium.Perception;

namespace Sensorium.Lab.Fusion;

/// <summary>Labelled faces, read as they are and reduced to 12 pixels.</summary>
internal sealed class FusionFaces
{
    private const int BlurredSide = 12;

    private static readonly FaceReadOptions Whole = new() { WholePicture = true };

    // By emotion, the two states of each tile.
    private readonly List<(Percept? Clean, Percept? Blurred)>[] _tiles = new List<(Percept?, Percept?)>[EmotionScores.Count];

    private FusionFaces()
    {
        for (int emotion = 0; emotion < EmotionScores.Count; emotion++)
        {
            _tiles[emotion] = [];
        }
    }

    /// <summary>How many faces there are.</summary>
    public int Count { get; private set; }

    /// <summary>Reads faces.</summary>
    /// <param name="data">The faces.</param>
    /// <param name="perceiver">Reads them, as <c>feel --as face</c> does.</param>
    /// <param name="faults">Receives what is left out.</param>
    /// <param name="progress">Hears how far it has come.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The faces with a majority label.</returns>
    public static async Task<FusionFaces> ReadAsync(FaceDataset data, FacePerceiver perceiver, List<DatasetFault> faults, IProgress<double> progress, CancellationToken cancellationToken)
    {
        FusionFaces faces = new();
        await foreach (FaceSample sample in data.ReadAsync(faults.Add, progress, cancellationToken).ConfigureAwait(false))
        {
            FaceProtocol protocol = sample.Votes is null ? FaceProtocol.Labels : FaceProtocol.Majority;
            if (FaceProtocols.Truth(sample, protocol) is { } truth)
            {
                GreyTile tile = FaceCrop.OfWhole(sample.Picture);
                faces._tiles[(int)truth].Add((Read(perceiver, tile, cancellationToken), Read(perceiver, TileResizing.LoseDetail(tile, BlurredSide), cancellationToken)));
                faces.Count++;
            }
        }

        return faces;
    }

    /// <summary>Draws a face.</summary>
    /// <param name="emotion">Its label.</param>
    /// <param name="random">Draws.</param>
    /// <returns>What was read of it, clean and blurred; null where there is none of that label.</returns>
    public (Percept? Clean, Percept? Blurred)? Draw(Emotion emotion, Pcg32 random)
    {
        List<(Percept?, Percept?)> tiles = _tiles[(int)emotion];
        return tiles.Count == 0 ? null : tiles[random.Next(tiles.Count)];
    }

    private static Percept? Read(FacePerceiver perceiver, GreyTile tile, CancellationToken cancellationToken) =>
        perceiver.Read(tile.ToPicture(), Whole, cancellationToken).Group;
}
