namespace Sensorium.Audio.Tests.Spectral;

/// <summary>Features beside closed forms and the slow transform, and what they cost in memory.</summary>
public sealed class FeatureExtractorTests
{
    private const int Rate = 22050;

    [Fact]
    public void Spectrum_AgainstTheNaiveTransform_IsEqual()
    {
        float[] signal = Sounds.Noise(700, 0.5, 3);
        float[] window = Windows.Hann(200);
        var stft = new Stft(256, 100, window);
        ReadOnlySpan<float> rest = signal;
        int frames = 0;
        while (stft.Next(ref rest) || stft.Flush())
        {
            for (int k = 0; k < stft.BinCount; k++)
            {
                double real = 0, imaginary = 0;
                for (int n = 0; n < 200; n++)
                {
                    int at = (frames * 100) - 128 + 28 + n;
                    double x = at >= 0 && at < signal.Length ? signal[at] * window[n] : 0;
                    real += x * Math.Cos(2 * Math.PI * k * (n + 28) / 256);
                    imaginary -= x * Math.Sin(2 * Math.PI * k * (n + 28) / 256);
                }

                Assert.Equal(real, stft.Real[k], 1e-4);
                Assert.Equal(imaginary, stft.Imaginary[k], 1e-4);
                Assert.Equal((real * real) + (imaginary * imaginary), stft.Power[k], 1e-2);
                Assert.Equal(Math.Sqrt((real * real) + (imaginary * imaginary)), stft.Magnitude[k], 1e-4);
            }

            frames++;
        }

        Assert.Equal(8, frames);
    }

    [Fact]
    public void Features_OfATone_HaveTheirClosedForms()
    {
        // 40 bins of 22050 / 2048 Hz: the Hann window leaves three bins, of 1/2, 1 and 1/2.
        double hertz = 40.0 * Rate / 2048;
        float[] tone = Sounds.Sine(Rate, hertz, (0, 1));
        var features = new FeatureExtractor(Rate);
        ReadOnlySpan<float> rest = tone;
        while (features.Next(ref rest) && features.Index < 20)
        {
        }

        Assert.Equal(hertz, features.Centroid, 0.5);
        Assert.Equal(Math.Sqrt(0.5) * Rate / 2048, features.Bandwidth, 2.0);
        Assert.Equal(41.0 * Rate / 2048, features.RollOff, 0.01);
        Assert.InRange(features.Flatness, 0, 1e-6);
        Assert.Equal(Math.Sqrt(0.5), features.RootMeanSquare, 1e-3);
        Assert.Equal(2 * hertz / Rate, features.ZeroCrossingRate, 1e-3);
        Assert.Equal(Array.IndexOf(features.Chroma.ToArray(), 1f), NearestPitch(hertz));
    }

    [Fact]
    public void Features_OfSilence_AreFinite()
    {
        foreach (int length in new[] { 1, 5000 })
        {
            var features = new FeatureExtractor(Rate);
            ReadOnlySpan<float> rest = new float[length];
            while (features.Next(ref rest) || features.Flush())
            {
                Assert.Equal((0f, 0f, 0f, 0f, 0f), (features.Centroid, features.Bandwidth, features.RollOff, features.RootMeanSquare, features.ZeroCrossingRate));
                Assert.Equal(1, features.Flatness, 1e-4);
                Assert.InRange(features.Flatness, 0, 1);
                Assert.All(features.LogMel.ToArray(), x => Assert.Equal(-100, x, 1e-4));
                Assert.All(features.Chroma.ToArray().Concat(features.Tonnetz.ToArray()).Concat(features.Contrast.ToArray()), x => Assert.Equal(0, x));
            }
        }
    }

    [Fact]
    public void Contrast_AgainstSorting_IsEqual()
    {
        float[] magnitude = [.. Sounds.Noise(1025, 1, 2).Select(Math.Abs)];
        var contrast = new float[7];
        new SpectralContrast(Rate, 2048).Apply(magnitude, contrast);
        double[] edges = [0, 200, 400, 800, 1600, 3200, 6400, Rate];
        for (int band = 0; band < 7; band++)
        {
            List<int> bins = [.. Enumerable.Range(0, 1025).Where(k => k * (double)Rate / 2048 >= edges[band] && k * (double)Rate / 2048 <= edges[band + 1])];
            if (band > 0)
            {
                bins.Insert(0, bins[0] - 1);
            }

            int count = Math.Max(1, (int)Math.Round(0.02 * bins.Count));
            double[] sorted = [.. bins.Take(bins.Count - (band < 6 ? 1 : 0)).Select(k => (double)magnitude[k]).Order()];
            double expected = 10 * (Math.Log10(sorted[^count..].Average()) - Math.Log10(Math.Max(1e-10, sorted[..count].Average())));
            Assert.Equal(expected, contrast[band], 1e-4 * expected);
        }
    }

    [Fact]
    public void Flux_OfAKnownRise_IsItsSum()
    {
        var flux = new SpectralFlux(3);
        Assert.Equal(0, flux.Next([1, 2, 3]));
        Assert.Equal(3, flux.Next([2, 1, 5]));
        flux.Reset();
        Assert.Equal(0, flux.Next([9, 9, 9]));
    }

    [Fact]
    public void Deltas_OfALine_AreItsSlope()
    {
        var table = new FrameTable(2);
        for (int t = 0; t < 12; t++)
        {
            table.Add([3 * t, 5 - (0.5f * t)]);
        }

        FrameTable slopes = Deltas.Of(table);
        Assert.All(Enumerable.Range(0, 12), t => Assert.Equal(3, slopes[t][0], 1e-5));
        Assert.All(Enumerable.Range(0, 12), t => Assert.Equal(-0.5, slopes[t][1], 1e-5));
        Assert.Throws<ArgumentException>(() => Deltas.Of(table, 13));
    }

    [Fact]
    public void CosineTransform_AllCoefficients_KeepTheEnergy()
    {
        float[] input = Sounds.Noise(40, 1, 1), output = new float[40];
        new CosineTransform(40, 40).Apply(input, output);
        Assert.Equal(input.Sum(x => (double)x * x), output.Sum(x => (double)x * x), 1e-4);
        Assert.Equal(input.Sum() / Math.Sqrt(40), output[0], 1e-5);
    }

    [Fact]
    public void Next_InPieces_EqualsTheWholeAndAllocatesNothing()
    {
        float[] signal = Sounds.Noise(60_000, 0.3, 4);
        float[] whole = Read(signal, signal.Length), pieces = Read(signal, 777);
        Assert.Equal(whole, pieces);
        Assert.Equal(118, whole.Length);
    }

    /// <summary>A minute, or two hours with SENSORIUM_TEST_FULL=1, in pieces as a decoder gives them.</summary>
    [Fact]
    public void Next_HoursOfSound_KeepsMemoryFlat()
    {
        bool full = Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1";
        float[] piece = Sounds.Noise(Rate * 10, 0.3, 4);
        var features = new FeatureExtractor(Rate);
        var onsets = new RhythmOnsets(Rate);
        var resampler = new StreamResampler(Rate, 16000);
        var pitch = new PitchTracker(16000, 160);
        var resampled = new float[4096];
        float sum = 0;
        Hear(piece.AsSpan(0, Rate));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < (full ? 720 : 6); i++)
        {
            Hear(piece);
        }

        // What grows is one number for each hundredth of a second: 2.9 MB in two hours, in a list that doubles on the way. Counted is what this thread
        // asked for, since other tests fill the same heap.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, full ? 12_000_000 : 150_000);
        Assert.InRange(sum, 1, float.MaxValue);
        GC.KeepAlive(features);
        GC.KeepAlive(pitch);

        void Hear(ReadOnlySpan<float> samples)
        {
            onsets.Add(samples);
            ReadOnlySpan<float> rest = samples;
            while (features.Next(ref rest))
            {
                sum += features.Mfcc[1] + features.Chroma[0] + features.Contrast[0] + features.Centroid + features.RollOff;
            }

            rest = samples;
            for (int made; (made = resampler.Next(ref rest, resampled)) > 0;)
            {
                ReadOnlySpan<float> some = resampled.AsSpan(0, made);
                while (pitch.Next(ref some, out PitchEstimate estimate))
                {
                    sum += estimate.Hertz;
                }
            }
        }
    }

    private static int NearestPitch(double hertz) => ((int)Math.Round(12 * Math.Log2(hertz / 440)) + 9 + 120) % 12;

    private static float[] Read(float[] signal, int piece)
    {
        var features = new FeatureExtractor(Rate);
        var sums = new float[features.Count(signal.Length)];
        int count = 0;
        ReadOnlySpan<float> first = signal;
        features.Next(ref first);
        Everything(features);
        features.Reset();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int at = 0; at < signal.Length; at += piece)
        {
            ReadOnlySpan<float> rest = signal.AsSpan(at, Math.Min(piece, signal.Length - at));
            while (features.Next(ref rest))
            {
                sums[count++] = Everything(features);
            }
        }

        while (features.Flush())
        {
            sums[count++] = Everything(features);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        return sums;
    }

    private static float Everything(FeatureExtractor f) =>
        f.Mel[3] + f.LogMel[5] + f.Mfcc[2] + f.Chroma[4] + f.Contrast[5] + f.Tonnetz[1] + f.Centroid + f.Bandwidth + f.RollOff + f.Flatness + f.RootMeanSquare + f.ZeroCrossingRate;
}
