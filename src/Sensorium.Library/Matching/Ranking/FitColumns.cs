using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Sensorium.Library;

/// <summary>The fit of every song at once, in single precision: <see cref="FitFormula"/> over columns.</summary>
internal sealed class FitColumns : IDisposable
{
    // What single precision and the exponential of the registers cost a fit at most.
    private const double FloatError = 2e-4;

    private readonly SongShelf _shelf;
    private readonly MatchWish _wish;
    private readonly PersonalTaste _taste;

    // Borrowed: an answer that allocates by the size of the library makes the next ones wait.
    private readonly float[] _fits;
    private readonly float[]? _likeness;
    private readonly double _weights;

    private FitColumns(SongShelf shelf, MatchWish wish, PersonalTaste taste)
    {
        _shelf = shelf;
        _wish = wish;
        _taste = taste;
        _fits = ArrayPool<float>.Shared.Rent(shelf.Count);
        AddFeeling();
        _weights = FitFormula.PlaceWeight + FitFormula.EmotionWeight;
        double error = FloatError;
        if (wish.Tags.Count > 0)
        {
            AddTags();
            _weights += wish.TagWeight;
        }

        if (wish.Vector.Length > 0)
        {
            _likeness = ArrayPool<float>.Shared.Rent(shelf.Count);
            Span<float> likeness = _likeness.AsSpan(0, shelf.Count);
            error += shelf.Vectors.Estimate(wish.Vector.Span, likeness) * FitFormula.LikenessWeight;
            TensorPrimitives.Max(likeness, 0f, likeness);
            TensorPrimitives.MultiplyAdd(likeness, (float)FitFormula.LikenessWeight, Fits, Fits);
            _weights += FitFormula.LikenessWeight;
        }

        TensorPrimitives.Divide(Fits, (float)_weights, Fits);
        Error = error / _weights;
        FineError = FloatError / _weights;
    }

    /// <summary>The fits, row by row.</summary>
    public Span<float> Fits => _fits.AsSpan(0, _shelf.Count);

    /// <summary>How far a fit may be off at most.</summary>
    public double Error { get; }

    /// <summary>How far <see cref="Fine"/> may be off at most.</summary>
    public double FineError { get; }

    /// <summary>Computes the fits.</summary>
    /// <param name="shelf">The library.</param>
    /// <param name="wish">What is sought.</param>
    /// <param name="taste">The listener.</param>
    /// <returns>The fits.</returns>
    public static FitColumns Of(SongShelf shelf, MatchWish wish, PersonalTaste taste) => new(shelf, wish, taste);

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_fits);
        if (_likeness is not null)
        {
            ArrayPool<float>.Shared.Return(_likeness);
        }
    }

    /// <summary>A song's fit with the exact likeness in place of the estimated one.</summary>
    /// <param name="row">The song.</param>
    /// <returns>The fit, to within <see cref="FineError"/>.</returns>
    public double Fine(int row) => _likeness is null
        ? _fits[row]
        : _fits[row] + ((Math.Max(_shelf.Vectors.LikenessOf(row, _wish.Vector.Span), 0) - _likeness[row]) * FitFormula.LikenessWeight / _weights);

    /// <summary>The parts of one song's fit, in double precision.</summary>
    /// <param name="shelf">The library.</param>
    /// <param name="row">The song.</param>
    /// <param name="wish">What is sought.</param>
    /// <param name="taste">The listener.</param>
    /// <returns>The parts.</returns>
    public static FitParts PartsOf(SongShelf shelf, int row, MatchWish wish, PersonalTaste taste)
    {
        Percept song = shelf.Songs[row].Song.Percept;
        Estimate valence = song.Affect.Valence with { Mean = song.Affect.Valence.Mean + taste.ValenceOffset };
        Estimate arousal = song.Affect.Arousal with { Mean = song.Affect.Arousal.Mean + taste.ArousalOffset };
        double place = FitFormula.Overlap(wish.Affect.Valence, valence, shelf.UsualValenceSd, taste.ValenceMetric)
            * FitFormula.Overlap(wish.Affect.Arousal, arousal, shelf.UsualArousalSd, taste.ArousalMetric);
        return new FitParts(
            place,
            FitFormula.Overlap(wish.Emotions, song.Emotions),
            wish.Tags.Count > 0 ? TagsOf(shelf, row, wish) : null,
            wish.Vector.Length > 0 ? Math.Clamp(shelf.Vectors.LikenessOf(row, wish.Vector.Span), 0, 1) : null,
            double.Hypot(wish.Affect.Valence.Mean - valence.Mean, wish.Affect.Arousal.Mean - arousal.Mean));
    }

    private static double TagsOf(SongShelf shelf, int row, MatchWish wish)
    {
        double sum = 0, weights = 0;
        foreach (WishedTag tag in wish.Tags)
        {
            double share = shelf.ShareOf(row, tag.Name), weight = Math.Abs(tag.Weight);
            sum += weight * (tag.Weight > 0 ? share : 1 - share);
            weights += weight;
        }

        return sum / weights;
    }

    private void AddFeeling()
    {
        Axis valence = Axis.Of(_wish.Affect.Valence, _shelf.UsualValenceSd, _taste.ValenceOffset, _taste.ValenceMetric);
        Axis arousal = Axis.Of(_wish.Affect.Arousal, _shelf.UsualArousalSd, _taste.ArousalOffset, _taste.ArousalMetric);
        Span<float> wished = stackalloc float[EmotionScores.Count];
        for (int e = 0; e < wished.Length; e++)
        {
            wished[e] = (float)Math.Sqrt(_wish.Emotions[(Emotion)e]);
        }

        Span<float> fits = Fits;
        Span<float> last = stackalloc float[Vector256<float>.Count];
        for (int row = 0; row < fits.Length; row += Vector256<float>.Count)
        {
            Vector256<float> together = Vector256<float>.Zero;
            for (int e = 0; e < wished.Length; e++)
            {
                together += Load(_shelf.Roots[e], row) * wished[e];
            }

            (Vector256<float> exponent, Vector256<float> sureness) = valence.Overlap(Load(_shelf.Valence, row), Load(_shelf.ValenceVariance, row));
            (Vector256<float> otherExponent, Vector256<float> otherSureness) = arousal.Overlap(Load(_shelf.Arousal, row), Load(_shelf.ArousalVariance, row));
            Vector256<float> place = Vector256.Exp(exponent + otherExponent) * Vector256.Sqrt(sureness * otherSureness);
            Vector256<float> emotions = Vector256<float>.One - Vector256.Sqrt(Vector256.Max(Vector256<float>.One - together, Vector256<float>.Zero));
            Vector256<float> fit = (place * (float)FitFormula.PlaceWeight) + (emotions * (float)FitFormula.EmotionWeight);
            fit.CopyTo(last);
            last[..Math.Min(last.Length, fits.Length - row)].CopyTo(fits[row..]);
        }
    }

    // The last few songs do not fill a register.
    private static Vector256<float> Load(float[] column, int row)
    {
        if (row + Vector256<float>.Count <= column.Length)
        {
            return Vector256.LoadUnsafe(ref column[row]);
        }

        Span<float> rest = stackalloc float[Vector256<float>.Count];
        rest.Clear();
        column.AsSpan(row).CopyTo(rest);
        return Vector256.Create<float>(rest);
    }

    // A song without a tag has its usual share; only those that tell another differ from that.
    private void AddTags()
    {
        Span<float> fits = Fits;
        double weights = _wish.Tags.Sum(tag => Math.Abs(tag.Weight)), usual = 0;
        foreach (WishedTag tag in _wish.Tags)
        {
            float weight = (float)(_wish.TagWeight * tag.Weight / weights);
            (ReadOnlyMemory<int> rows, ReadOnlyMemory<float> own) = _shelf.Having(tag.Name);
            float untold = 0;
            if (SongShelf.OppositeOf(tag.Name) is { } opposite)
            {
                untold = 0.5f;
                (ReadOnlyMemory<int> others, ReadOnlyMemory<float> against) = _shelf.Having(opposite);
                AddOpposite(fits, others.Span, against.Span, rows.Span, weight);
            }

            for (int i = 0; i < rows.Length; i++)
            {
                fits[rows.Span[i]] += weight * (own.Span[i] - untold);
            }

            usual += weight < 0 ? -weight * (1 - untold) : weight * untold;
        }

        TensorPrimitives.Add(fits, (float)usual, fits);
    }

    // What the opposite says counts where the song does not tell the tag itself.
    private static void AddOpposite(Span<float> fits, ReadOnlySpan<int> others, ReadOnlySpan<float> against, ReadOnlySpan<int> told, float weight)
    {
        int next = 0;
        for (int i = 0; i < others.Length; i++)
        {
            while (next < told.Length && told[next] < others[i])
            {
                next++;
            }

            if (next == told.Length || told[next] != others[i])
            {
                fits[others[i]] += weight * (0.5f - against[i]);
            }
        }
    }

    /// <summary>One axis of the plane with what is the same for all songs.</summary>
    private readonly record struct Axis(float Sought, float OwnVariance, float UsualVariance, float HalfMetric)
    {
        public static Axis Of(Estimate wish, double usualSd, double offset, double metric)
        {
            double own = (wish.Sd * wish.Sd) + (FitFormula.Within * FitFormula.Within);
            return new Axis((float)(wish.Mean - offset), (float)own, (float)(own + (usualSd * usualSd)), (float)(metric / 2));
        }

        /// <summary>The exponent of the overlap and the square of its sureness.</summary>
        public (Vector256<float> Exponent, Vector256<float> Sureness) Overlap(Vector256<float> means, Vector256<float> variances)
        {
            Vector256<float> inverse = Vector256<float>.One / (variances + Vector256.Create(OwnVariance));
            Vector256<float> d = Vector256.Create(Sought) - means;
            return (-(d * d * HalfMetric) * inverse, Vector256.Min(inverse * UsualVariance, Vector256<float>.One));
        }
    }
}
