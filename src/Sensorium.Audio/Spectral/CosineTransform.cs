using System.Numerics.Tensors;

namespace Sensorium.Audio;

/// <summary>The orthonormal discrete cosine transform II (Ahmed, Natarajan and Rao, "Discrete cosine transform", IEEE Trans. Computers 23, 1974): of a log-mel spectrum it gives the mel-frequency cepstral coefficients, MFCC.</summary>
public sealed class CosineTransform
{
    private readonly int _inputs;
    private readonly float[] _rows;

    /// <summary>Plans transforms.</summary>
    /// <param name="inputCount">Values that go in, at least 1.</param>
    /// <param name="outputCount">The first of the coefficients, 1 to <paramref name="inputCount"/>.</param>
    public CosineTransform(int inputCount, int outputCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(outputCount, inputCount);
        _inputs = inputCount;
        OutputCount = outputCount;
        _rows = new float[inputCount * outputCount];
        for (int k = 0; k < outputCount; k++)
        {
            double scale = Math.Sqrt((k == 0 ? 1.0 : 2.0) / inputCount);
            for (int n = 0; n < inputCount; n++)
            {
                _rows[(k * inputCount) + n] = (float)(scale * Math.Cos(Math.PI * k * ((2 * n) + 1) / (2 * inputCount)));
            }
        }
    }

    /// <summary>Coefficients that come out.</summary>
    public int OutputCount { get; }

    /// <summary>Transforms.</summary>
    /// <param name="input">As many values as were planned for.</param>
    /// <param name="output">Receives <see cref="OutputCount"/> coefficients.</param>
    public void Apply(ReadOnlySpan<float> input, Span<float> output)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(input.Length, _inputs);
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, OutputCount);
        for (int k = 0; k < output.Length; k++)
        {
            output[k] = TensorPrimitives.Dot(input, _rows.AsSpan(k * _inputs, _inputs));
        }
    }
}
