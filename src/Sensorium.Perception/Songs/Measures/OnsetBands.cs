using System.Numerics.Tensors;
using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>What begins in four ranges of frequency, and the mel bands it begins in, 86 times a second.</summary>
internal sealed class OnsetBands
{
    /// <summary>Mel bands.</summary>
    public const int Bands = 40;

    /// <summary>Ranges of frequency.</summary>
    public const int Groups = 4;

    private const float Compression = 0.7f, Faintest = 1e-7f;
    private readonly Stft _stft = new(SongSound.OnsetLength, SongSound.OnsetHop);
    private readonly MelFilterbank _filters = new(SongSound.SampleRate, SongSound.OnsetLength, Bands, 30, 11_000);
    private readonly float[] _now = new float[Bands];
    private readonly float[] _before = new float[Bands];
    private readonly float[] _rise = new float[Bands];

    /// <summary>Takes the next samples, or ends the song.</summary>
    /// <param name="samples">Samples; empty to end.</param>
    /// <param name="to">Receives the frames that are complete.</param>
    public void Add(ReadOnlySpan<float> samples, SongWindow to)
    {
        bool ends = samples.IsEmpty;
        while (ends ? _stft.Flush() : _stft.Next(ref samples))
        {
            Span<float> logs = to.AddOnsets(Bands);
            _filters.Apply(_stft.Power, _now);
            TensorPrimitives.Add(_now, Faintest, logs);
            TensorPrimitives.Log2(logs, logs);
            TensorPrimitives.Sqrt(_now, _now);
            TensorPrimitives.Subtract(_now, _before, _rise);
            TensorPrimitives.Max(_rise, 0, _rise);
            _now.CopyTo(_before, 0);
            if (_stft.Index == 0)
            {
                Array.Clear(_rise);
            }

            float all = 0;
            for (int group = 0; group < Groups; group++)
            {
                float sum = TensorPrimitives.Sum<float>(_rise.AsSpan(group * Bands / Groups, Bands / Groups));
                to.GroupRises.Add(sum);
                all += sum;
            }

            to.Onsets.Add(MathF.Pow(all, Compression));
            to.Magnitudes.Add(TensorPrimitives.Sum<float>(_now));
        }
    }
}
