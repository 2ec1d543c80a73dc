using Sensorium.Audio;

namespace Sensorium.Bench;

/// <summary>Kernels over samples: ten features of a track, pitch, onsets and beats, resampling, beside what is installed of their peers.</summary>
internal static class AudioBenchmarks
{
    private const int Rate = 22050;
    private const int Seconds = 180;

    /// <summary>The benchmarks.</summary>
    /// <param name="folder">An existing folder for inputs.</param>
    /// <param name="peers">The peers; null leaves them out.</param>
    public static IEnumerable<Benchmark> All(string folder, PeerProcess? peers)
    {
        float[] track = TrackGenerator.Render(Rate, Seconds);
        File.WriteAllBytes(Path.Combine(folder, "track.f32"), System.Runtime.InteropServices.MemoryMarshal.AsBytes(track.AsSpan()));
        yield return new Benchmark(
            $"ten features of a {Seconds} s track at {Rate} Hz from decoded samples, one core: mel, MFCC, chroma, centroid, flatness, roll-off, contrast, RMS, zero crossings, onsets",
            null,
            "at most 260 ms (librosa 0.10.2 with one shared STFT took 1,300 ms on such a machine; it is not run here)",
            9,
            [
                Benchmark.Ours("Sensorium FeatureExtractor", () => TenFeatures(track, 0)),
                Benchmark.Ours("Sensorium FeatureExtractor, tuning estimated first", () => TenFeatures(track, Tuning(track))),
            ]);
        yield return new Benchmark(
            $"spectra of 2048 samples every 512 of a {Seconds} s track",
            null,
            null,
            9,
            [
                Benchmark.Ours("Sensorium Stft, powers", () => Spectra(track)),
                .. Peer("aubio pvoc 2048/512, polar spectra", "aubio-pvoc"),
            ]);
        yield return new Benchmark(
            $"40 mel bands and 13 coefficients every 512 of a {Seconds} s track",
            null,
            null,
            9,
            [
                Benchmark.Ours("Sensorium FeatureExtractor", () => Cepstra(track)),
                .. Peer("aubio pvoc + mfcc", "aubio-mfcc"),
            ]);
        yield return new Benchmark(
            $"pitch every 512 of a {Seconds} s track, frames of 2048",
            null,
            null,
            9,
            [
                Benchmark.Ours("Sensorium PitchTracker (YIN)", () => new PitchTracker(Rate, 512, new PitchOptions { FrameLength = 2048 }).Track(track).Length),
                .. Peer("aubio pitch yinfft", "aubio-yinfft"),
            ]);
        yield return new Benchmark(
            $"tempo and beats of a {Seconds} s track",
            "beats a minute",
            null,
            5,
            [
                Benchmark.Ours("Sensorium BeatTracker, 1024 every 220", () => BeatTracker.Track(track, Rate), t => t.Tempo),
                .. Peer("aubio tempo 2048/512", "aubio-tempo"),
            ]);

        Contender[] Peer(string name, string request) => peers is null ? [] : [peers.Contender(name, request)];
    }

    private static double Tuning(ReadOnlySpan<float> track)
    {
        var stft = new Stft();
        var tuning = new TuningEstimator(Rate, stft.Length);
        while (stft.Next(ref track) || stft.Flush())
        {
            tuning.Add(stft.Power);
        }

        return tuning.Estimate();
    }

    private static int TenFeatures(ReadOnlySpan<float> track, double tuning)
    {
        var features = new FeatureExtractor(Rate, new FeatureOptions { Tuning = tuning });
        FrameTable mel = new(128), logMel = new(128), mfcc = new(20), chroma = new(12), contrast = new(7), rest = new(5);
        while (features.Next(ref track) || features.Flush())
        {
            mel.Add(features.Mel);
            logMel.Add(features.LogMel);
            chroma.Add(features.Chroma);
            contrast.Add(features.Contrast);
            rest.Add([features.Centroid, features.Flatness, features.RollOff, features.RootMeanSquare, features.ZeroCrossingRate]);
        }

        PowerDecibels.LimitRange(logMel.Values);
        var cosines = new CosineTransform(128, 20);
        for (int t = 0; t < logMel.FrameCount; t++)
        {
            cosines.Apply(logMel[t], mfcc.Add());
        }

        return OnsetStrength.Of(logMel).Length + mfcc.FrameCount;
    }

    private static float Spectra(ReadOnlySpan<float> track)
    {
        var stft = new Stft();
        float sum = 0;
        while (stft.Next(ref track) || stft.Flush())
        {
            sum += stft.Power[10];
        }

        return sum;
    }

    private static float Cepstra(ReadOnlySpan<float> track)
    {
        var features = new FeatureExtractor(Rate, new FeatureOptions { MelBandCount = 40, CepstralCount = 13 });
        float sum = 0;
        while (features.Next(ref track) || features.Flush())
        {
            sum += features.Mfcc[1];
        }

        return sum;
    }
}
