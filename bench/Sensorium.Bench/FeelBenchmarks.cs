using Sensorium.Imaging;
using Sensorium.Inference;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Bench;

/// <summary>`feel` as a user runs it over a folder, and what a picture costs in each part.</summary>
internal static class FeelBenchmarks
{
    private const int Count = 1000;

    /// <summary>The benchmarks.</summary>
    /// <param name="photo">The 12-megapixel picture.</param>
    /// <param name="folder">An existing folder for inputs and outputs.</param>
    /// <param name="program">The built command line, <c>sensorium-cli.dll</c>; null leaves the whole program out.</param>
    /// <param name="sheet">A picture with rows and columns of faces of 48 x 48 pixels, such as one of FER+; null draws blobs instead.</param>
    public static IEnumerable<Benchmark> All(Picture photo, string folder, string? program, string? sheet)
    {
        string faces = Path.Combine(folder, "faces");
        WriteFaces(faces, sheet);
        if (program is not null)
        {
            (string Name, string[] Options)[] ways = [("default: faces and scene", []), ("--as face", ["--as", "face"]), ("--as scene", ["--as", "scene"])];
            foreach ((string name, string[] options) in ways)
            {
                yield return new Benchmark(
                    $"feel on a folder of {Count} JPEG files of 48 to 350 px, {name}, cold process to the last line",
                    "peak MiB",
                    "at most 10 s: 100 pictures a second",
                    3,
                    [ProgramContender.Of($"sensorium feel {string.Join(' ', options)}", true, ["dotnet", program, "feel", faces, .. options, "--quiet", "--out", Path.Combine(folder, "feel.jsonl")])]);
            }
        }

        ModelCatalogue catalogue = new([Path.Combine(AppContext.BaseDirectory, "models")]);
        using OnnxFaceDetector detector = FaceDetectors.Open(catalogue.FindForTask(FaceDetectors.Task)!);
        using OnnxFaceExpressionModel expressions = OnnxFaceExpressionModel.Open(catalogue.FindForTask(OnnxFaceExpressionModel.Task)!);
        SceneModel scene = SceneModel.Open(catalogue.FindForTask(SceneModel.Task)!);
        Picture small = AreaReduction.ToLongSide(photo, 350, 0);
        GreyTile[] tile = [FaceCrop.OfWhole(small)];
        FaceReading none = new() { Faces = [], Group = null, Found = 0 };
        yield return new Benchmark("one face, one core", null, "at most 3 ms", 200, [Benchmark.Ours("Sensorium face-expression", () => expressions.Perceive(tile))]);
        yield return new Benchmark(
            $"faces of a decoded {photo.Width} x {photo.Height} picture", null, "at most 150 ms", 9, [Benchmark.Ours("Sensorium face-detector, one core", () => detector.Detect(photo))]);
        yield return new Benchmark("faces of a decoded 350 px picture", null, null, 200, [Benchmark.Ours("Sensorium face-detector, one core", () => detector.Detect(small))]);
        yield return new Benchmark("scene of a decoded 350 px picture", null, null, 200, [Benchmark.Ours("Sensorium scene, one core", () => scene.Perceive(small, null, none))]);
    }

    private static void WriteFaces(string folder, string? sheet)
    {
        Directory.CreateDirectory(folder);
        Picture? tiles = sheet is null ? null : new PictureReader().ReadAsync(sheet, new PictureReadOptions { TargetLongSide = 65535 }).GetAwaiter().GetResult().Picture;
        Pcg32 random = new(50);
        for (int i = 0; i < Count; i++)
        {
            int side = 48 + (int)(random.NextUInt32() % 303);
            Picture face = tiles is null ? PhotoGenerator.Draw(side, side) : Enlarge(tiles, i, side);
            File.WriteAllBytes(Path.Combine(folder, $"{i:0000}.jpg"), JpegCodec.Encode(face));
        }
    }

    // Nearest neighbours do: what is timed does not depend on how smooth a face is.
    private static Picture Enlarge(Picture tiles, int index, int side)
    {
        const int Tile = GreyTile.StandardSide;
        int columns = tiles.Width / Tile;
        int cell = index % (columns * (tiles.Height / Tile));
        Picture face = new(side, side);
        for (int y = 0; y < side; y++)
        {
            ReadOnlySpan<byte> from = tiles.Row((cell / columns * Tile) + (y * Tile / side));
            Span<byte> to = face.Row(y);
            for (int x = 0; x < side; x++)
            {
                from.Slice(3 * ((cell % columns * Tile) + (x * Tile / side)), 3).CopyTo(to[(3 * x)..]);
            }
        }

        return face;
    }
}
