using Sensorium.Audio;
using Sensorium.Inference;

namespace Sensorium;

/// <summary>Asks one generator and, where it makes nothing that can be used, another, and says so.</summary>
/// <param name="first">Asked first.</param>
/// <param name="second">Asked where the first fails.</param>
public sealed class FallbackGenerator(IMusicGenerator first, IMusicGenerator second) : IMusicGenerator
{
    /// <inheritdoc/>
    public string Id => first.Id;

    /// <inheritdoc/>
    public LocalizedText Name => first.Name;

    /// <inheritdoc/>
    public async Task<GeneratedMusic> GenerateAsync(MusicRequest request, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        try
        {
            GeneratedMusic music = await first.GenerateAsync(request, progress, cancellationToken);
            return music.Sound is { } sound && IsSilent(sound) ? throw Silent() : music;
        }
        catch (SensoriumException error)
        {
            GeneratedMusic music = await second.GenerateAsync(request, progress, cancellationToken);
            return music with
            {
                Note = new($"{error.Text.English} So the piece is by {second.Name.English}.", $"{error.Text.Korean} 그래서 {second.Name.Korean}로 만들었습니다."),
            };
        }
    }

    // Under 400 ms there is no loudness either.
    private static bool IsSilent(SoundBuffer sound) => double.IsNegativeInfinity(LoudnessMeter.Measure(sound).Integrated);

    private EndpointFailedException Silent() => new(new($"What came from {first.Name.English} is silent.", $"{first.Name.Korean}에서 온 소리가 비어 있습니다."));
}
