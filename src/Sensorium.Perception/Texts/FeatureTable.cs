using System.Numerics;
using System.Numerics.Tensors;

namespace Sensorium.Perception;

/// <summary>
/// A linear model over hashed features: each known feature has a weight (how telling its rarity makes it) and a row of effects. Tokens and
/// spelling are two blocks; each is scaled to length 1, as in tf-idf, and the two are added. Thread-safe.
/// </summary>
internal sealed class FeatureTable
{
    private const int Blocks = 2;
    private const float Least = 1e-9f;

    private readonly uint[] _keys;
    private readonly int[] _places;
    private readonly float[] _weights;
    private readonly float[] _rows;
    private readonly float[] _bias;
    private readonly int _mask;

    /// <summary>Creates a table.</summary>
    /// <param name="keys">Hashes of the features, each once.</param>
    /// <param name="weights">Weight of each.</param>
    /// <param name="rows">Effects of each, row by row.</param>
    /// <param name="bias">What is said of a text without any known feature.</param>
    public FeatureTable(uint[] keys, float[] weights, float[] rows, float[] bias)
    {
        Width = bias.Length;
        _weights = weights;
        _rows = rows;
        _bias = bias;
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2);
        _mask = size - 1;
        _keys = new uint[size];
        _places = new int[size];
        for (int i = 0; i < keys.Length; i++)
        {
            int slot = (int)(keys[i] & (uint)_mask);
            while (_places[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _keys[slot] = keys[i];
            _places[slot] = i + 1;
        }
    }

    /// <summary>How many effects a feature has.</summary>
    public int Width { get; }

    /// <summary>How many features are known.</summary>
    public int Count => _weights.Length;

    /// <summary>What a passage's features say together.</summary>
    /// <param name="features">The features.</param>
    /// <param name="work">Buffers.</param>
    /// <param name="scores">Receives <see cref="Width"/> sums.</param>
    /// <returns>How many features are known, each counted once.</returns>
    public int Sum(FeatureList features, TableWork work, Span<float> scores)
    {
        work.Begin(this, features.Count);
        Span<float> sums = stackalloc float[Blocks * Width];
        sums.Clear();
        Span<float> squares = stackalloc float[Blocks];
        squares.Clear();
        ReadOnlySpan<uint> hashes = features.Hashes;
        for (int i = 0; i < hashes.Length; i++)
        {
            int row = Find(hashes[i]);
            work.Found[i] = row;
            if (row < 0 || !work.TryAdd(row, i))
            {
                continue;
            }

            int block = BlockOf(features.Kinds[i]);
            float weight = _weights[row];
            squares[block] += weight * weight;
            Span<float> sum = sums.Slice(block * Width, Width);
            TensorPrimitives.MultiplyAdd(_rows.AsSpan(row * Width, Width), weight, sum, sum);
        }

        _bias.CopyTo(scores);
        for (int block = 0; block < Blocks; block++)
        {
            work.Scales[block] = squares[block] > Least ? 1 / MathF.Sqrt(squares[block]) : 0;
            TensorPrimitives.MultiplyAdd(sums.Slice(block * Width, Width), work.Scales[block], scores[..Width], scores[..Width]);
        }

        return work.Rows.Length;
    }

    /// <summary>What each token contributes to a mixture of the scores; to be called after <see cref="Sum"/> with the same buffers.</summary>
    /// <param name="features">The features.</param>
    /// <param name="work">The buffers of that sum.</param>
    /// <param name="mixture">How much each score counts.</param>
    /// <param name="effects">One place a token; contributions are added.</param>
    public void Trace(FeatureList features, TableWork work, ReadOnlySpan<float> mixture, Span<float> effects)
    {
        for (int k = 0; k < work.Rows.Length; k++)
        {
            int feature = work.Features[k], row = work.Rows[k];
            int owner = features.Owners[feature];
            if (owner >= 0)
            {
                effects[owner] += _weights[row] * work.Scales[BlockOf(features.Kinds[feature])] * TensorPrimitives.Dot(_rows.AsSpan(row * Width, Width), mixture);
            }
        }
    }

    private static int BlockOf(byte kind) => (FeatureKind)kind is FeatureKind.Letters or FeatureKind.Syllables or FeatureKind.Jamo ? 1 : 0;

    private int Find(uint hash)
    {
        int slot = (int)(hash & (uint)_mask);
        while (_places[slot] != 0)
        {
            if (_keys[slot] == hash)
            {
                return _places[slot] - 1;
            }

            slot = (slot + 1) & _mask;
        }

        return -1;
    }
}
