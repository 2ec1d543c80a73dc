using System.Numerics;
using System.Numerics.Tensors;

namespace Sensorium.Audio;

/// <summary>
/// Onset strength for beats, a hundred times a second: the rises of the magnitudes in 40 mel bands, added up and raised to the power .7. The power
/// brings kick and snare near each other and leaves a hi-hat below them; the level of the recording does not matter to what follows. Samples come
/// in pieces of any length; one number a frame is kept.
/// </summary>
public sealed class RhythmOnsets
{
    private const int BandCount = 40;
    private const double FrameSeconds = 0.04;
    private const double HopSeconds = 0.01;
    private const float Compression = 0.7f;
    private readonly Stft _stft;
    private readonly MelFilterbank _filters;
    private readonly float[] _now = new float[BandCount];
    private readonly float[] _before = new float[BandCount];
    private readonly float[] _rise = new float[BandCount];
    private readonly List<float> _strength = [];

    /// <summary>Plans for one sample rate.</summary>
    /// <param name="sampleRate">Samples a second, at least 2000.</param>
    public RhythmOnsets(int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 2000);
        int length = (int)BitOperations.RoundUpToPowerOf2((uint)(FrameSeconds * sampleRate));
        int hop = (int)Math.Round(HopSeconds * sampleRate);
        _stft = new Stft(length, hop);
        _filters = new MelFilterbank(sampleRate, length, BandCount, 30, Math.Min(sampleRate / 2.0, 11000));
        FramesPerSecond = (double)sampleRate / hop;
    }

    /// <summary>Frames a second, about 100.</summary>
    public double FramesPerSecond { get; }

    /// <summary>Onset strength of all frames so far; frame t is about what begins at t / <see cref="FramesPerSecond"/> seconds.</summary>
    public IReadOnlyList<float> Strength => _strength;

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Any number of samples.</param>
    public void Add(ReadOnlySpan<float> samples)
    {
        while (_stft.Next(ref samples))
        {
            AddFrame();
        }
    }

    /// <summary>Ends the signal.</summary>
    public void Complete()
    {
        while (_stft.Flush())
        {
            AddFrame();
        }
    }

    private void AddFrame()
    {
        _filters.Apply(_stft.Power, _now);
        TensorPrimitives.Sqrt(_now, _now);
        TensorPrimitives.Subtract(_now, _before, _rise);
        TensorPrimitives.Max(_rise, 0, _rise);
        _now.CopyTo(_before, 0);
        _strength.Add(_stft.Index == 0 ? 0 : MathF.Pow(TensorPrimitives.Sum<float>(_rise), Compression));
    }
}
