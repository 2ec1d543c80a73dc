using System.Collections.Concurrent;

namespace Sensorium.Lab.Listening;

/// <summary>At what rates the strength of a sound swings: beats, strokes, tremolo. Phase does not count.</summary>
internal static class ModulationSpectrum
{
    private const double StepHertz = .25;
    private static readonly double[] Edges = [.7, 1.4, 2.2, 3.3, 5, 7, 10, 15, 30];
    private static readonly ConcurrentDictionary<(int Length, double Rate), Wave[]> Waves = new();

    /// <summary>How many bands of rates there are, from .7 to 30 Hz.</summary>
    public static int BandCount => Edges.Length - 1;

    /// <summary>Adds the swing in each band of rates against the mean, in dB.</summary>
    /// <param name="features">Receives <see cref="BandCount"/> numbers.</param>
    /// <param name="envelope">Power over time.</param>
    /// <param name="framesASecond">Its rate.</param>
    public static void Add(List<double> features, double[] envelope, double framesASecond)
    {
        double[] amplitude = [.. envelope.Select(Math.Sqrt)];
        double mean = Math.Max(amplitude.Average(), 1e-12);
        for (int i = 0; i < amplitude.Length; i++)
        {
            amplitude[i] -= mean;
        }

        double[] bands = new double[BandCount];
        double scale = 1 / (mean * amplitude.Length);
        foreach (Wave wave in Waves.GetOrAdd((amplitude.Length, framesASecond), MakeWaves))
        {
            double real = scale * System.Numerics.Tensors.TensorPrimitives.Dot(amplitude, wave.Cosine);
            double imaginary = scale * System.Numerics.Tensors.TensorPrimitives.Dot(amplitude, wave.Sine);
            bands[wave.Band] += (real * real) + (imaginary * imaginary);
        }

        foreach (double band in bands)
        {
            features.Add(Decibels.Of(band, 1e-5));
        }
    }

    /// <summary>Hann-windowed cosines and sines of every rate.</summary>
    private static Wave[] MakeWaves((int Length, double Rate) shape)
    {
        List<Wave> waves = [];
        for (int band = 0; band < BandCount; band++)
        {
            for (double hertz = Edges[band]; hertz < Edges[band + 1]; hertz += StepHertz)
            {
                double[] cosine = new double[shape.Length];
                double[] sine = new double[shape.Length];
                for (int i = 0; i < shape.Length; i++)
                {
                    double window = .5 - (.5 * Math.Cos(2 * Math.PI * (i + .5) / shape.Length));
                    (double s, double c) = Math.SinCos(2 * Math.PI * hertz * i / shape.Rate);
                    cosine[i] = window * c;
                    sine[i] = window * s;
                }

                waves.Add(new Wave(band, cosine, sine));
            }
        }

        return [.. waves];
    }

    private sealed record Wave(int Band, double[] Cosine, double[] Sine);
}
