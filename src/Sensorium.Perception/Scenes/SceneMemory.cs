using System.Numerics.Tensors;

namespace Sensorium.Perception;

/// <summary>The photographs that the model compares pictures with, as vectors.</summary>
internal sealed class SceneMemory
{
    private readonly SceneScale[] _scales;
    private readonly float[][] _examples;
    private readonly double[] _rates;

    /// <summary>Creates the memory.</summary>
    /// <param name="scales">The scale of each block.</param>
    /// <param name="examples">Each block's scaled numbers of all photographs: <c>[photographs x LengthOf(block)]</c>.</param>
    /// <param name="rates">How fast each block's likeness falls: exp(-rate x squared distance).</param>
    public SceneMemory(SceneScale[] scales, float[][] examples, double[] rates)
    {
        _scales = scales;
        _examples = examples;
        _rates = rates;
        Count = examples[0].Length / SceneVector.LengthOf(SceneBlock.Layout);
    }

    /// <summary>How many photographs.</summary>
    public int Count { get; }

    /// <summary>How fast a block's likeness falls with the squared distance.</summary>
    /// <param name="block">The block.</param>
    /// <returns>Over 0.</returns>
    public double RateOf(SceneBlock block) => _rates[(int)block];

    /// <summary>The scale of a block.</summary>
    /// <param name="block">The block.</param>
    /// <returns>The scale.</returns>
    public SceneScale ScaleOf(SceneBlock block) => _scales[(int)block];

    /// <summary>The photographs' numbers in a block.</summary>
    /// <param name="block">The block.</param>
    /// <returns>Scaled numbers: <c>[photographs x LengthOf(block)]</c>.</returns>
    public ReadOnlySpan<float> ExamplesOf(SceneBlock block) => _examples[(int)block];

    /// <summary>How alike a picture is to each photograph.</summary>
    /// <param name="vector">The picture.</param>
    /// <returns>0..1, a block a row: <c>[blocks][photographs]</c>.</returns>
    public double[][] LikenessTo(SceneVector vector)
    {
        double[][] likeness = new double[SceneVector.BlockCount][];
        for (int b = 0; b < likeness.Length; b++)
        {
            likeness[b] = LikenessTo(vector, (SceneBlock)b);
        }

        return likeness;
    }

    /// <summary>How alike a picture is to each photograph in one block.</summary>
    /// <param name="vector">The picture.</param>
    /// <param name="block">The block.</param>
    /// <returns>0..1, one for each photograph.</returns>
    public double[] LikenessTo(SceneVector vector, SceneBlock block)
    {
        int b = (int)block;
        float[] scaled = _scales[b].Apply(vector[block]);
        double[] likeness = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            float distance = TensorPrimitives.Distance(scaled, _examples[b].AsSpan(i * scaled.Length, scaled.Length));
            likeness[i] = Math.Exp(-_rates[b] * distance * distance);
        }

        return likeness;
    }
}
