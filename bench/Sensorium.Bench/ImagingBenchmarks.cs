using System.Globalization;
using System.Runtime.InteropServices;
using Sensorium.Imaging;

namespace Sensorium.Bench;

/// <summary>k-means, area reduction and region finding beside OpenCV and scikit-learn.</summary>
internal static class ImagingBenchmarks
{
    /// <summary>Writes what the peers read into a folder; they get the very numbers that ours gets.</summary>
    /// <param name="photo">The 12-megapixel picture.</param>
    /// <param name="folder">An existing folder.</param>
    public static void WriteInputs(Picture photo, string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "photo.rgb"), photo.Pixels);
        File.WriteAllText(Path.Combine(folder, "photo.txt"), $"{photo.Width} {photo.Height}");
        foreach (int size in new[] { 512, 1024 })
        {
            ColourPlanes lab = ColourPlanes.From(AreaReduction.ToLongSide(photo, size), ColourSpace.CieLab);
            float[] points = new float[lab.First.Length * 3];
            for (int i = 0; i < lab.First.Length; i++)
            {
                points[i * 3] = lab.First[i];
                points[(i * 3) + 1] = lab.Second[i];
                points[(i * 3) + 2] = lab.Third[i];
            }

            File.WriteAllBytes(Path.Combine(folder, $"lab{size}.f32"), MemoryMarshal.AsBytes(points.AsSpan()));
        }
    }

    /// <summary>The benchmarks.</summary>
    /// <param name="photo">The 12-megapixel picture.</param>
    /// <param name="peers">The peers; null leaves them out.</param>
    public static IEnumerable<Benchmark> All(Picture photo, PeerProcess? peers)
    {
        foreach (int size in new[] { 512, 1024 })
        {
            ColourPlanes lab = ColourPlanes.From(AreaReduction.ToLongSide(photo, size), ColourSpace.CieLab);
            var options = new KMeansOptions { ClusterCount = 8, MostIterations = 20, Tolerance = 0.1f };
            yield return new Benchmark(
                string.Create(CultureInfo.InvariantCulture, $"k-means, k = 8, CIELAB, {lab.Width} x {lab.Height}"),
                "inertia per pixel",
                "at most half of OpenCV's time at equal (within 1 %) or lower inertia",
                15,
                [
                    Benchmark.Ours("Sensorium KMeans (8 starts on a sample, <= 20 passes, tolerance .1)", () => KMeans.Run(lab, options), r => r.Inertia / lab.First.Length),
                    .. Peer($"OpenCV cv2.kmeans (1 attempt, <= 20 passes, eps .5)", $"cv2-kmeans {size} 20 0.5 1"),
                    .. Peer($"OpenCV cv2.kmeans (1 attempt, <= 100 passes, eps .5)", $"cv2-kmeans {size} 100 0.5 1"),
                    .. Peer($"OpenCV cv2.kmeans (3 attempts, <= 20 passes, eps .5)", $"cv2-kmeans {size} 20 0.5 3"),
                    .. Peer($"scikit-learn KMeans (n_init 1, lloyd, <= 20 passes)", $"sklearn-kmeans {size} 20"),
                ]);
        }

        yield return new Benchmark(
            $"area reduction, {photo.Width} x {photo.Height} to 512 px",
            null,
            null,
            15,
            [
                Benchmark.Ours("Sensorium AreaReduction", () => AreaReduction.ToLongSide(photo, 512)),
                .. Peer("OpenCV cv2.resize INTER_AREA", "cv2-resize 512"),
            ]);

        yield return new Benchmark(
            $"regions of a decoded {photo.Width} x {photo.Height} picture",
            "regions",
            "at most 120 ms, warm",
            15,
            [Benchmark.Ours("Sensorium RegionFinder (defaults)", () => RegionFinder.Find(photo, new RegionOptions()), map => map.Regions.Count)]);

        Contender[] Peer(string name, string request) => peers is null ? [] : [peers.Contender(name, request)];
    }
}
