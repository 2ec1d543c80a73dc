using Sensorium.Expression;

namespace Sensorium;

/// <summary>The composer that comes along: offline, by rules, the same notes for the same seed.</summary>
public sealed class BuiltInGenerator : IMusicGenerator
{
    /// <summary>Its <see cref="IMusicGenerator.Id"/>.</summary>
    public const string Key = "built-in";

    /// <inheritdoc/>
    public string Id => Key;

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("the built-in composer", "내장 작곡기");

    /// <inheritdoc/>
    public Task<GeneratedMusic> GenerateAsync(MusicRequest request, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new GeneratedMusic { Generator = Id, Composition = Composer.Compose(request.Composition) });
    }
}
