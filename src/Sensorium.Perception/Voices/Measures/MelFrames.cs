using System.Numerics.Tensors;
using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>The power spectrum and the mel bands of one frame after the other. One instance serves one thread.</summary>
internal sealed class MelFrames
{
    /// <summary>Power below which everything counts as silence: -100 dB.</summary>
    public const float LeastPower = 1e-10f;

    private static readonly float[] Window = Windows.Hann(VoiceSound.FrameLength);
    private static readonly MelFilterbank Filters = new(VoiceSound.SampleRate, VoiceSound.FrameLength, VoiceSound.Bands);
    private readonly Fft _fft = new(VoiceSound.FrameLength);
    private readonly float[] _windowed = new float[VoiceSound.FrameLength];
    private readonly float[] _power = new float[(VoiceSound.FrameLength / 2) + 1];
    private readonly float[] _scratch = new float[(VoiceSound.FrameLength / 2) + 1];

    /// <summary>The power spectrum of the last frame.</summary>
    public ReadOnlySpan<float> Power => _power;

    /// <summary>Measures a frame.</summary>
    /// <param name="frame"><see cref="VoiceSound.FrameLength"/> samples.</param>
    /// <param name="mel">Receives the power in <see cref="VoiceSound.Bands"/> mel bands.</param>
    public void Measure(ReadOnlySpan<float> frame, Span<float> mel)
    {
        TensorPrimitives.Multiply(frame, Window, _windowed);
        _fft.Power(_windowed, _power, _scratch);
        Filters.Apply(_power, mel);
    }

    /// <summary>Power as decibels, at least -100.</summary>
    /// <param name="power">The power.</param>
    /// <param name="decibels">Receives as many values; may be the same memory.</param>
    public static void ToDecibels(ReadOnlySpan<float> power, Span<float> decibels)
    {
        TensorPrimitives.Max(power, LeastPower, decibels);
        TensorPrimitives.Log10<float>(decibels, decibels);
        TensorPrimitives.Multiply(decibels, 10f, decibels);
    }
}
