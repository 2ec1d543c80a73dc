using System.Numerics.Tensors;

namespace Sensorium.Audio;

/// <summary>How much the magnitudes of a spectrum grew since the frame before: the sum of all rises, falls left out (Dixon, "Onset detection revisited", DAFx 2006). librosa has no such function.</summary>
public sealed class SpectralFlux
{
    private readonly float[] _before;
    private readonly float[] _rise;
    private bool _started;

    /// <summary>Plans for one kind of spectrum.</summary>
    /// <param name="binCount">Bins of a spectrum, at least 1.</param>
    public SpectralFlux(int binCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(binCount, 1);
        _before = new float[binCount];
        _rise = new float[binCount];
    }

    /// <summary>Takes the next spectrum.</summary>
    /// <param name="magnitude">Magnitudes of all bins.</param>
    /// <returns>At least 0, in units of magnitude; 0 for the first frame.</returns>
    public float Next(ReadOnlySpan<float> magnitude)
    {
        TensorPrimitives.Subtract(magnitude, _before, _rise);
        TensorPrimitives.Max(_rise, 0, _rise);
        magnitude.CopyTo(_before);
        bool first = !_started;
        _started = true;
        return first ? 0 : TensorPrimitives.Sum<float>(_rise);
    }

    /// <summary>Starts a new signal.</summary>
    public void Reset() => _started = false;
}
