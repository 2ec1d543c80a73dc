using System.Numerics.Tensors;
using Sensorium.Audio;

namespace Sensorium.Lab.Listening;

/// <summary>Power spectra of overlapping Hann-windowed frames. One instance serves one thread at a time.</summary>
/// <param name="size">Frames of a window, a power of two.</param>
/// <param name="hop">Frames from one window to the next.</param>
internal sealed class PowerFrames(int size, int hop)
{
    private readonly Fft _fft = new(size);
    private readonly float[] _window = Windows.Hann(size);
    private readonly float[] _frame = new float[size];
    private readonly float[] _power = new float[(size / 2) + 1];
    private readonly float[] _scratch = new float[(size / 2) + 1];

    /// <summary>Bins of a spectrum.</summary>
    public int Bins => _power.Length;

    /// <summary>How many whole windows a sound holds.</summary>
    /// <param name="sound">The sound.</param>
    /// <returns>0 or more.</returns>
    public int Count(SoundBuffer sound) => sound.Length < size ? 0 : ((sound.Length - size) / hop) + 1;

    /// <summary>The power of one window, summed over the channels, so that it does not tell where the sound comes from.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <param name="power">Receives <see cref="Bins"/> values.</param>
    public void Read(SoundBuffer sound, int index, Span<float> power)
    {
        power.Clear();
        for (int channel = 0; channel < sound.ChannelCount; channel++)
        {
            TensorPrimitives.Multiply(sound.Channel(channel).Slice(index * hop, size), _window, _frame);
            _fft.Power(_frame, _power, _scratch);
            TensorPrimitives.Add(power, _power, power);
        }
    }
}
