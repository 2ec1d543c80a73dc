namespace Sensorium;

/// <summary>Suggests music for a feeling.</summary>
public interface IComposeSuggester
{
    /// <summary>Suggests.</summary>
    /// <param name="felt">What was felt.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One to three suggestions, the most fitting first.</returns>
    Task<IReadOnlyList<ComposeSuggestion>> SuggestAsync(FeelResult felt, CancellationToken cancellationToken = default);
}
