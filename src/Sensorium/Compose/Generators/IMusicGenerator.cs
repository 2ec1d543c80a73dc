namespace Sensorium;

/// <summary>Makes music: the built-in composer, a service that the user runs, or a model pack.</summary>
public interface IMusicGenerator
{
    /// <summary>Its name in commands, such as <c>suno</c>.</summary>
    string Id { get; }

    /// <summary>Its name for people.</summary>
    LocalizedText Name { get; }

    /// <summary>Makes one piece.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops the work and the waiting.</param>
    /// <returns>The piece: notes or sound.</returns>
    /// <exception cref="SensoriumException">It made nothing that can be used; the text says why.</exception>
    Task<GeneratedMusic> GenerateAsync(MusicRequest request, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default);
}
