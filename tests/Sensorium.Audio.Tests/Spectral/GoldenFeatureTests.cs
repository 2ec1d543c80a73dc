namespace Sensorium.Audio.Tests.Spectral;

/// <summary>
/// Features of a 5 s clip beside those of librosa 0.10.2, whose parameters are in golden/meta.json. Tolerance: 1e-4 of the value or of a
/// thousandth of the table's largest, whichever is more, as both work with 32-bit floats.
/// </summary>
public sealed class GoldenFeatureTests
{
    private const int Rate = 22050;
    private const string Clip = "clip5_22050_mono.wav";

    [Fact]
    public void Magnitude_AgainstLibrosa_IsEqual()
    {
        float[][] golden = Golden.Table("stft_mag_frames_0_1_100_215.csv");
        FrameTable table = Collect(f => f.Magnitude, 1025);
        int[] frames = [0, 1, 100, 215];
        bool framesAreRows = golden.Length == 4;
        for (int i = 0; i < 4; i++)
        {
            for (int bin = 0; bin < 1025; bin++)
            {
                float expected = framesAreRows ? golden[i][bin] : golden[bin][i];
                Assert.True(Math.Abs(expected - table[frames[i]][bin]) <= 1e-4 * Math.Max(expected, 0.01), $"frame {frames[i]}, bin {bin}: {expected} and {table[frames[i]][bin]}");
            }
        }
    }

    [Fact]
    public void Mel_AgainstLibrosa_IsEqual() => AssertEqual(Golden.Table("mel_power_128x216.csv"), Collect(f => f.Mel, 128));

    [Fact]
    public void LogMelAndMfcc_AgainstLibrosa_AreEqual()
    {
        FrameTable logMel = Collect(f => f.LogMel, 128);
        PowerDecibels.LimitRange(logMel.Values);
        AssertEqual(Golden.Table("logmel_db_128x216.csv"), logMel);
        float loudest = logMel.Values.ToArray().Max();
        var relative = new FrameTable(128);
        for (int t = 0; t < logMel.FrameCount; t++)
        {
            relative.Add(logMel[t].ToArray().Select(x => x - loudest).ToArray());
        }

        AssertEqual(Golden.Table("logmel_db_refmax_128x216.csv"), relative);
        var cosines = new CosineTransform(128, 20);
        var mfcc = new FrameTable(20);
        for (int t = 0; t < logMel.FrameCount; t++)
        {
            cosines.Apply(logMel[t], mfcc.Add());
        }

        AssertEqual(Golden.Table("mfcc_20x216.csv"), mfcc);

        // Slopes are differences of coefficients of up to 400, which 32-bit numbers hold to 3e-5.
        AssertEqual(Golden.Table("mfcc_delta_20x216.csv"), Deltas.Of(mfcc), 0.02f);
    }

    [Fact]
    public void Chroma_AgainstLibrosa_IsEqual()
    {
        var basis = new ChromaFilterbank(Rate, 2048);
        float[][] golden = Golden.Table("chroma_basis_tuning0_12x1025.csv");
        for (int pitch = 0; pitch < 12; pitch++)
        {
            for (int bin = 0; bin < 1025; bin++)
            {
                Assert.Equal(golden[pitch][bin], basis.Weight(pitch, bin), 1e-6f);
            }
        }

        AssertEqual(Golden.Table("chroma_stft_tuning0_12x216.csv"), Collect(f => f.Chroma, 12));
        var tuning = new TuningEstimator(Rate, 2048);
        FrameTable power = Collect(f => f.Power, 1025);
        for (int t = 0; t < power.FrameCount; t++)
        {
            tuning.Add(power[t]);
        }

        // estimated_tuning in meta.json.
        Assert.Equal(-0.04, tuning.Estimate(), 1e-9);
        AssertEqual(Golden.Table("chroma_stft_12x216.csv"), Collect(f => f.Chroma, 12, new FeatureOptions { Tuning = -0.04 }));
    }

    [Fact]
    public void Contrast_AgainstLibrosa_IsEqual() => AssertEqual(Golden.Table("spectral_contrast_7x216.csv"), Collect(f => f.Contrast, 7));

    [Fact]
    public void Tonnetz_AgainstLibrosa_IsEqual() => AssertEqual(Golden.Table("tonnetz_from_chroma_stft_tuning0_6x216.csv"), Collect(f => f.Tonnetz, 6));

    [Fact]
    public void Series_AgainstLibrosa_AreEqual()
    {
        float[][] golden = Golden.Table("series_by_row.csv");
        AssertEqual(golden[0], Series(f => f.Centroid));
        AssertEqual(golden[1], Series(f => f.Bandwidth));
        AssertRollOff(golden[2], Series(f => f.RollOff));
        AssertEqual(golden[3], Series(f => f.Flatness));
        AssertEqual(golden[4], Series(f => f.RootMeanSquare));
        AssertEqual(golden[6], Series(f => f.ZeroCrossingRate));
        FrameTable logMel = Collect(f => f.LogMel, 128);
        PowerDecibels.LimitRange(logMel.Values);
        AssertEqual(golden[7], OnsetStrength.Of(logMel));
    }

    [Fact]
    public void Tempogram_AgainstLibrosa_IsEqual()
    {
        float[][] golden = Golden.Table("clip20_onset_strength.csv");
        float[] onsets = golden.Length == 1 ? golden[0] : [.. golden.Select(row => row[0])];
        FrameTable logMel = Collect(f => f.LogMel, 128, clip: "clip20_22050_mono.wav");
        PowerDecibels.LimitRange(logMel.Values);
        AssertEqual(onsets, OnsetStrength.Of(logMel));
        float[][] mean = Golden.Table("clip20_tempogram_mean_384.csv");
        AssertEqual(mean.Length == 1 ? mean[0] : [.. mean.Select(row => row[0])], new Tempogram().Mean(onsets));
    }

    private delegate ReadOnlySpan<float> Feature(FeatureExtractor features);

    private static FrameTable Collect(Feature feature, int width, FeatureOptions? options = null, string clip = Clip)
    {
        ReadOnlySpan<float> rest = Golden.Clip(clip);
        var features = new FeatureExtractor(Rate, options);
        var table = new FrameTable(width);
        while (features.Next(ref rest) || features.Flush())
        {
            table.Add(feature(features));
        }

        return table;
    }

    private static float[] Series(Func<FeatureExtractor, float> feature) => Collect(f => new[] { feature(f) }, 1).Values.ToArray();

    private static void AssertEqual(float[][] rows, FrameTable table, float floor = 1e-3f)
    {
        Assert.Equal((rows.Length, rows[0].Length), (table.Width, table.FrameCount));
        float largest = rows.Max(row => row.Max(Math.Abs));
        for (int t = 0; t < table.FrameCount; t++)
        {
            for (int i = 0; i < table.Width; i++)
            {
                AssertNear(rows[i][t], table[t][i], largest * floor, $"frame {t}, row {i}");
            }
        }
    }

    private static void AssertEqual(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        float largest = expected.Max(Math.Abs);
        for (int t = 0; t < expected.Length; t++)
        {
            AssertNear(expected[t], actual[t], largest * 1e-3f, $"frame {t}");
        }
    }

    // librosa adds up 32-bit numbers one after the other, so that its sum reaches 85 % a bin earlier or later now and then.
    private static void AssertRollOff(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, (double)Rate / 2048 * 1.01));
        Assert.InRange(expected.Zip(actual).Count(pair => Math.Abs(pair.First - pair.Second) > 1), 0, 2);
    }

    private static void AssertNear(float expected, float actual, float floor, string where) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-4 * Math.Max(Math.Abs(expected), floor), $"{where}: {expected} and {actual}");
}
