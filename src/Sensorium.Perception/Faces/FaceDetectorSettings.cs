using System.Text.Json;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>How one detector is run: what the caller, else its manifest, else its kind says.</summary>
internal sealed record FaceDetectorSettings
{
    private const int LeastSide = 32;
    private const int MostSide = 4096;

    // The second look is at a quarter of the first, but not so small that faces of a quarter of the picture are lost in it.
    private const int CoarseShare = 4;
    private const int LeastCoarse = 120;

    /// <summary>Pixels of the longer side.</summary>
    public required int LongSide { get; init; }

    /// <summary>Pixels of the longer side in the second look, for large faces; 0 for none.</summary>
    public required int CoarseSide { get; init; }

    /// <summary>The least confidence.</summary>
    public required double MinScore { get; init; }

    /// <summary>The most overlap of two faces.</summary>
    public required double Overlap { get; init; }

    /// <summary>How colours become numbers.</summary>
    public required PixelScale Pixels { get; init; }

    /// <summary>Threads for one picture.</summary>
    public required int Threads { get; init; }

    /// <summary>Puts the three together.</summary>
    /// <param name="options">The caller's wishes.</param>
    /// <param name="manifest">The model's manifest; null for a bare file.</param>
    /// <param name="defaults">The kind's.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="MalformedInputException">A parameter of the manifest is no number or out of its range.</exception>
    public static FaceDetectorSettings From(FaceDetectorOptions options, ModelManifest? manifest, FaceDetectorDefaults defaults)
    {
        Check(options.LongSide, LeastSide, MostSide, nameof(options.LongSide));
        Check(options.MinScore, 0, 1, nameof(options.MinScore));
        Check(options.Overlap, 0, 1, nameof(options.Overlap));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        int longSide = options.LongSide ?? (int)Parameter(manifest, "longSide", LeastSide, MostSide, defaults.LongSide);
        return new FaceDetectorSettings
        {
            LongSide = longSide,
            CoarseSide = (int)Parameter(manifest, "coarseSide", 0, MostSide, Math.Max(LeastCoarse, longSide / CoarseShare)),
            MinScore = options.MinScore ?? Parameter(manifest, "minScore", 0, 1, defaults.MinScore),
            Overlap = options.Overlap ?? Parameter(manifest, "nmsIou", 0, 1, defaults.Overlap),
            Pixels = PixelScale.From(manifest?.Input, defaults.Colour, defaults.Mean, defaults.Scale),
            Threads = options.Threads,
        };
    }

    private static void Check(double? value, double least, double most, string name)
    {
        if (value is { } given && !(given >= least && given <= most))
        {
            throw new ArgumentOutOfRangeException(name, given, $"A number from {least} to {most} is needed.");
        }
    }

    /// <summary>A number among a manifest's parameters.</summary>
    /// <param name="manifest">The manifest; null for none.</param>
    /// <param name="key">Its name.</param>
    /// <param name="least">The least allowed.</param>
    /// <param name="most">The most allowed.</param>
    /// <param name="usual">What holds where it is not stated.</param>
    /// <returns>The number.</returns>
    /// <exception cref="MalformedInputException">It is no number or out of its range.</exception>
    public static double Parameter(ModelManifest? manifest, string key, double least, double most, double usual)
    {
        if (manifest is null || manifest.Parameters.ValueKind != JsonValueKind.Object || !manifest.Parameters.TryGetProperty(key, out JsonElement value))
        {
            return usual;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number >= least && number <= most
            ? number
            : throw new MalformedInputException(new LocalizedText(
                $"In the model.json of {manifest.Name}, \"{key}\" is {value.GetRawText()}; a number from {least} to {most} is needed.",
                $"{manifest.Name} 모델의 model.json에서 \"{key}\" 값이 {value.GetRawText()}입니다. {least}~{most}의 수여야 합니다."));
    }
}
