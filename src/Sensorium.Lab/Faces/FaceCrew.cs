using Sensorium.Lab.Listening;
using Sensorium.Perception;

namespace Sensorium.Lab.Faces;

/// <summary>Shows tiles to a model on all cores. What comes out does not depend on how many there are.</summary>
/// <param name="threads">Most threads; null takes one for each core.</param>
/// <param name="progress">Hears of each finished pass over the tiles.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class FaceCrew(int? threads, StepProgress progress, CancellationToken cancellationToken)
{
    /// <summary>What a model says of each tile.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tiles">The tiles.</param>
    /// <returns>Probabilities: <c>[tiles x 8]</c>.</returns>
    public double[] Perceive(IFaceExpressionModel model, IReadOnlyList<GreyTile> tiles)
    {
        double[] said = new double[tiles.Count * EmotionScores.Count];
        int batches = (tiles.Count + FaceTimer.BatchSize - 1) / FaceTimer.BatchSize;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, batches, parallel, batch =>
            {
                int first = batch * FaceTimer.BatchSize;
                int count = Math.Min(FaceTimer.BatchSize, tiles.Count - first);
                IReadOnlyList<EmotionScores> scores = model.Perceive([.. Enumerable.Range(first, count).Select(i => tiles[i])], cancellationToken);
                for (int i = 0; i < count; i++)
                {
                    scores[i].CopyTo(said.AsSpan((first + i) * EmotionScores.Count, EmotionScores.Count));
                }
            });
        }
        catch (AggregateException exception) when (exception.InnerExceptions.FirstOrDefault(inner => inner is SensoriumException or OperationCanceledException) is { } known)
        {
            // What is wrong with a model is met on every thread at once; the caller hears of it once.
            throw known;
        }

        progress.Step();
        return said;
    }
}
