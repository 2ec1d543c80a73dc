namespace Sensorium.Perception;

/// <summary>Reads the expression of faces that have been cut out.</summary>
public interface IFaceExpressionModel
{
    /// <summary>Name and version of the model, e.g. <c>face-expression@1</c>.</summary>
    string Model { get; }

    /// <summary>Reads expressions. Safe to call from several threads at once.</summary>
    /// <param name="tiles">Faces framed as FER2013's are; any number, any side.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>For each tile the share of each emotion, in the order of <paramref name="tiles"/>.</returns>
    IReadOnlyList<EmotionScores> Perceive(IReadOnlyList<GreyTile> tiles, CancellationToken cancellationToken = default);
}
