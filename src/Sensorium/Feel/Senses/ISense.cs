namespace Sensorium;

/// <summary>Feels one kind of input.</summary>
internal interface ISense
{
    /// <summary>Feels an input.</summary>
    /// <param name="material">The input.</param>
    /// <param name="options">What is felt, and how.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was felt, or why there is nothing to feel.</returns>
    /// <exception cref="SensoriumException">The input is unfit, a limit was reached, or a component is missing.</exception>
    Task<Sensed> FeelAsync(SenseMaterial material, FeelOptions options, CancellationToken cancellationToken);
}
