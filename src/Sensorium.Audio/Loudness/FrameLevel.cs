using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Sensorium.Audio;

/// <summary>Level and zero crossings of a frame of samples, as librosa 0.10 defines them.</summary>
public static class FrameLevel
{
    private const float LeastAmplitude = 1e-10f;

    /// <summary>The root of the mean square.</summary>
    /// <param name="signal">The frame's samples, without silence added at the ends of the signal.</param>
    /// <param name="frameLength">Samples that the mean is over: the whole frame's.</param>
    /// <returns>0..1 for samples in full scale.</returns>
    public static float RootMeanSquare(ReadOnlySpan<float> signal, int frameLength) => MathF.Sqrt(TensorPrimitives.SumOfSquares(signal) / frameLength);

    /// <summary>How often the sign changes from one sample to the next; what is nearer to 0 than 1e-10 counts as positive.</summary>
    /// <param name="signal">The frame's samples, without silence added at the ends of the signal.</param>
    /// <param name="frameLength">Samples of the whole frame.</param>
    /// <returns>Changes a sample, 0..1. Times half the sample rate, it is the frequency of a pure tone.</returns>
    public static float ZeroCrossingRate(ReadOnlySpan<float> signal, int frameLength)
    {
        int count = 0, i = 1;
        var limit = new Vector<float>(-LeastAmplitude);
        if (signal.Length > Vector<float>.Count)
        {
            ref float first = ref MemoryMarshal.GetReference(signal);
            Vector<int> sum = default;
            for (; i <= signal.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector<int> now = Vector.LessThan(Vector.LoadUnsafe(ref first, (nuint)i), limit);
                Vector<int> before = Vector.LessThan(Vector.LoadUnsafe(ref first, (nuint)i - 1), limit);
                sum -= now ^ before;
            }

            count = Vector.Sum(sum);
        }

        for (; i < signal.Length; i++)
        {
            count += signal[i] < -LeastAmplitude != signal[i - 1] < -LeastAmplitude ? 1 : 0;
        }

        return (float)count / frameLength;
    }
}
