using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Perception;

/// <summary>
/// A small network over the order of words, for what a sum over them cannot say. Each token has a vector, made of its own and of those of its
/// letters; filters look at windows of two and of three tokens, and the strongest answer of each filter speaks. What is said is linear in those
/// answers, and an answer is a sum over the tokens of its window: so each token's part can be told exactly. Thread-safe.
/// </summary>
internal sealed class PhraseNet
{
    /// <summary>Numbers of a token's vector.</summary>
    public const int Dims = 64;

    /// <summary>Filters a window's width.</summary>
    public const int Wide = 96;

    /// <summary>What all filters answer.</summary>
    public const int Answers = 2 * Wide;

    /// <summary>What a token does to the filters: as the first and second of two, and as the first, second and third of three.</summary>
    public const int Parts = 5 * Wide;

    private const int Together = 4;
    private const int Three = 2;

    private readonly float[] _vectors;
    private readonly float[] _filters = new float[Dims * Parts];
    private readonly float[] _offsets;
    private readonly float[] _head;
    private readonly int _known;
    private readonly int _outputs;

    /// <summary>Creates a network.</summary>
    /// <param name="vectors">A vector for each of the first features of the table, then one for turned-around tokens and one for those with capitals.</param>
    /// <param name="two">The filters of two tokens: for each place in the window and each number of the vector, what it does to every filter.</param>
    /// <param name="three">Likewise of three tokens.</param>
    /// <param name="offsets">What is added to every answer.</param>
    /// <param name="head">For each output, what every answer does to it.</param>
    public PhraseNet(float[] vectors, float[] two, float[] three, float[] offsets, float[] head)
    {
        _vectors = vectors;
        _offsets = offsets;
        _head = head;
        _known = (vectors.Length / Dims) - 2;
        _outputs = head.Length / Answers;
        for (int dim = 0; dim < Dims; dim++)
        {
            Span<float> row = _filters.AsSpan(dim * Parts, Parts);
            for (int slot = 0; slot < 5; slot++)
            {
                (float[] from, int at) = slot < Three ? (two, slot) : (three, slot - Three);
                from.AsSpan(((at * Dims) + dim) * Wide, Wide).CopyTo(row[(slot * Wide)..]);
            }
        }
    }

    /// <summary>Adds what the network says of a passage to what the table says of it.</summary>
    /// <param name="features">The features.</param>
    /// <param name="found">The row of the table of each feature, negative for none.</param>
    /// <param name="tokens">How many tokens there are.</param>
    /// <param name="work">Buffers.</param>
    /// <param name="scores">What the table says.</param>
    public void Add(FeatureList features, ReadOnlySpan<int> found, int tokens, PhraseWork work, Span<float> scores)
    {
        work.Begin(tokens, Together);
        WriteVectors(features, found, work.Vectors);
        for (int token = 0; token < tokens; token += Together)
        {
            WriteParts(work.Vectors[(token * Dims)..], work.Parts[(token * Parts)..]);
        }

        Span<float> answers = work.Answers;
        Strongest(work);
        TensorPrimitives.Add(answers, _offsets, answers);
        TensorPrimitives.Max(answers, 0f, answers);
        for (int k = 0; k < _outputs; k++)
        {
            scores[k] += TensorPrimitives.Dot(answers, _head.AsSpan(k * Answers, Answers));
        }
    }

    /// <summary>What each token contributes to a mixture of the outputs; to be called after <see cref="Add"/> with the same buffers.</summary>
    /// <param name="work">The buffers of that sum.</param>
    /// <param name="mixture">How much each output counts.</param>
    /// <param name="effects">One place a token; contributions are added.</param>
    public void Trace(PhraseWork work, ReadOnlySpan<float> mixture, Span<float> effects)
    {
        for (int filter = 0; filter < Answers; filter++)
        {
            if (work.Answers[filter] <= 0)
            {
                continue;
            }

            float slope = 0;
            for (int k = 0; k < _outputs; k++)
            {
                slope += mixture[k] * _head[(k * Answers) + filter];
            }

            (int first, int width) = WindowOf(filter);
            int start = (int)work.Places[filter];
            for (int token = Math.Max(start, 0); token < Math.Min(start + width, work.Tokens); token++)
            {
                effects[token] += slope * work.Parts[(token * Parts) + first + ((token - start) * Wide)];
            }
        }
    }

    /// <summary>A token's vector: its own, the mean of its letters' by the root of their number, and those of how it is used and written.</summary>
    private void WriteVectors(FeatureList features, ReadOnlySpan<int> found, Span<float> vectors)
    {
        Span<float> letters = stackalloc float[Dims];
        letters.Clear();
        int owner = FeatureList.Whole, count = 0;
        for (int i = 0; i < found.Length; i++)
        {
            if (features.Owners[i] != owner)
            {
                Close(owner, letters, vectors);
                (owner, count) = (features.Owners[i], 0);
            }

            FeatureKind kind = (FeatureKind)features.Kinds[i];
            int row = kind switch
            {
                FeatureKind.Token or FeatureKind.Letters => found[i] < _known ? found[i] : -1,
                FeatureKind.Negated => _known,
                FeatureKind.Cased => _known + 1,
                _ => -1,
            };
            if (row < 0 || owner < 0)
            {
                continue;
            }

            Span<float> sum = kind == FeatureKind.Letters ? letters : vectors.Slice(owner * Dims, Dims);
            TensorPrimitives.Add(sum, _vectors.AsSpan(row * Dims, Dims), sum);
            count += kind == FeatureKind.Letters ? 1 : 0;
        }

        Close(owner, letters, vectors);

        void Close(int token, Span<float> letters, Span<float> vectors)
        {
            if (token >= 0 && count > 0)
            {
                Span<float> vector = vectors.Slice(token * Dims, Dims);
                TensorPrimitives.MultiplyAdd(letters, 1 / MathF.Sqrt(count), vector, vector);
                letters.Clear();
            }
        }
    }

    /// <summary>What four tokens do to the filters, so that each number of the filters is fetched once for the four.</summary>
    private void WriteParts(ReadOnlySpan<float> vectors, Span<float> parts)
    {
        ref float filters = ref MemoryMarshal.GetArrayDataReference(_filters);
        for (int from = 0; from < Parts; from += 2 * Vector512<float>.Count)
        {
            Vector512<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
            for (int dim = 0; dim < Dims; dim++)
            {
                nuint at = (nuint)((dim * Parts) + from);
                Vector512<float> f0 = Vector512.LoadUnsafe(ref filters, at), f1 = Vector512.LoadUnsafe(ref filters, at + (nuint)Vector512<float>.Count);
                Vector512<float> a = Vector512.Create(vectors[dim]), b = Vector512.Create(vectors[Dims + dim]);
                Vector512<float> c = Vector512.Create(vectors[(2 * Dims) + dim]), d = Vector512.Create(vectors[(3 * Dims) + dim]);
                (a0, a1) = (Vector512.FusedMultiplyAdd(a, f0, a0), Vector512.FusedMultiplyAdd(a, f1, a1));
                (b0, b1) = (Vector512.FusedMultiplyAdd(b, f0, b0), Vector512.FusedMultiplyAdd(b, f1, b1));
                (c0, c1) = (Vector512.FusedMultiplyAdd(c, f0, c0), Vector512.FusedMultiplyAdd(c, f1, c1));
                (d0, d1) = (Vector512.FusedMultiplyAdd(d, f0, d0), Vector512.FusedMultiplyAdd(d, f1, d1));
            }

            Store(a0, a1, parts[from..]);
            Store(b0, b1, parts[(Parts + from)..]);
            Store(c0, c1, parts[((2 * Parts) + from)..]);
            Store(d0, d1, parts[((3 * Parts) + from)..]);
        }

        static void Store(Vector512<float> first, Vector512<float> second, Span<float> to)
        {
            first.CopyTo(to);
            second.CopyTo(to[Vector512<float>.Count..]);
        }
    }

    /// <summary>The most that any window adds to each filter, at least the 0 of the empty one before the text, and where that window begins.</summary>
    private static void Strongest(PhraseWork work)
    {
        ref float parts = ref MemoryMarshal.GetReference(work.Parts);
        for (int filter = 0; filter < Answers; filter += Vector512<float>.Count)
        {
            (int first, int width) = WindowOf(filter);
            Vector512<float> most = default, place = Vector512.Create((float)-width);
            for (int start = 1 - width; start < work.Tokens; start++)
            {
                Vector512<float> sum = default;
                for (int token = Math.Max(start, 0); token < Math.Min(start + width, work.Tokens); token++)
                {
                    sum += Vector512.LoadUnsafe(ref parts, (nuint)((token * Parts) + first + ((token - start) * Wide)));
                }

                Vector512<float> more = Vector512.GreaterThan(sum, most);
                most = Vector512.ConditionalSelect(more, sum, most);
                place = Vector512.ConditionalSelect(more, Vector512.Create((float)start), place);
            }

            most.CopyTo(work.Answers[filter..]);
            place.CopyTo(work.Places[filter..]);
        }
    }

    /// <summary>Where a filter's part as the first token of its window lies, and how many tokens the window has.</summary>
    private static (int First, int Width) WindowOf(int filter) => filter < Wide ? (filter, 2) : ((Three * Wide) + filter - Wide, 3);
}
