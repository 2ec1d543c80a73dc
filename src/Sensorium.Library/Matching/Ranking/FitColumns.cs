using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Sensorium.Library;

/// <summary>The fit of every song at once, in single precision: <see cref="FitFormula"/> over columns.</summary>
internal sealed class FitColumns
{
    // What single precision and the exponential of the registers cost a fit at most.
    private const double FloatError = 2e-4;

    private readonly SongShelf _shelf;
    private readonly MatchWish _wish;
    private readonly PersonalTaste _taste;

    private FitColumns(SongShelf shelf, MatchWish wish, PersonalTaste taste)
    {
        _shelf = shelf;
        _wish = wish;
        _taste = taste;
        Fits = new float[shelf.Count];
        AddFeeling();
        double weights = FitFormula.PlaceWeight + FitFormula.EmotionWeight;
        double error = FloatError;
        if (wish.Tags.Count > 0)
        {
            AddTags();
            weights += wish.TagWeight;
        }

        if (wish.Vector.Length > 0)
        {
            float[] likeness = new float[shelf.Count];
            error += shelf.Vectors.Estimate(wish.Vector.Span, likeness) * FitFormula.LikenessWeight;
            TensorPrimitives.Max(likeness, 0, likeness);
            TensorPrimitives.MultiplyAdd(likeness, (float)FitFormula.LikenessWeight, Fits, Fits);
            weights += FitFormula.LikenessWeight;
        }

        TensorPrimitives.Divide(Fits, (float)weights, Fits);
        Error = error / weights;
    }

    /// <summary>The fits, row by row.</summary>
    public float[] Fits { get; }

    /// <summary>How far a fit may be off at most.</summary>
    public double Error { get; }

    /// <summary>Computes the fits.</summary>
    /// <param name="shelf">The library.</param>
    /// <param name="wish">What is sought.</param>
    /// <param name="taste">The listener.</param>
    /// <returns>The fits.</returns>
    public static FitColumns Of(SongShelf shelf, MatchWish wish, PersonalTaste taste) => new(shelf, wish, taste);

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

        Span<float> last = stackalloc float[Vector256<float>.Count];
        for (int row = 0; row < Fits.Length; row += Vector256<float>.Count)
        {
            Vector256<float> together = Vector256<float>.Zero;
            for (int e = 0; e < wished.Length; e++)
            {
                together += Load(_shelf.Roots[e], row) * wished[e];
            }

            Vector256<float> place = valence.Overlap(Load(_shelf.Valence, row), Load(_shelf.ValenceVariance, row))
                * arousal.Overlap(Load(_shelf.Arousal, row), Load(_shelf.ArousalVariance, row));
            Vector256<float> emotions = Vector256<float>.One - Vector256.Sqrt(Vector256.Max(Vector256<float>.One - together, Vector256<float>.Zero));
            Vector256<float> fit = (place * (float)FitFormula.PlaceWeight) + (emotions * (float)FitFormula.EmotionWeight);
            fit.CopyTo(last);
            last[..Math.Min(last.Length, Fits.Length - row)].CopyTo(Fits.AsSpan(row));
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

    private void AddTags()
    {
        float[] shares = new float[_shelf.Count];
        double weights = _wish.Tags.Sum(tag => Math.Abs(tag.Weight));
        foreach (WishedTag tag in _wish.Tags)
        {
            FillShares(tag.Name, shares);
            float weight = (float)(_wish.TagWeight * Math.Abs(tag.Weight) / weights);
            if (tag.Weight < 0)
            {
                TensorPrimitives.Subtract(1, shares, shares);
            }

            TensorPrimitives.MultiplyAdd(shares, weight, Fits, Fits);
        }
    }

    private void FillShares(string tag, float[] shares)
    {
        string? opposite = SongShelf.OppositeOf(tag);
        Array.Fill(shares, opposite is null ? 0 : 0.5f);
        if (opposite is not null)
        {
            (ReadOnlyMemory<int> others, ReadOnlyMemory<float> against) = _shelf.Having(opposite);
            for (int i = 0; i < others.Length; i++)
            {
                shares[others.Span[i]] = 1 - against.Span[i];
            }
        }

        (ReadOnlyMemory<int> rows, ReadOnlyMemory<float> own) = _shelf.Having(tag);
        for (int i = 0; i < rows.Length; i++)
        {
            shares[rows.Span[i]] = own.Span[i];
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

        public Vector256<float> Overlap(Vector256<float> means, Vector256<float> variances)
        {
            Vector256<float> variance = variances + Vector256.Create(OwnVariance);
            Vector256<float> d = Vector256.Create(Sought) - means;
            Vector256<float> sureness = Vector256.Min(Vector256.Sqrt(Vector256.Create(UsualVariance) / variance), Vector256<float>.One);
            return Vector256.Exp(-(d * d * HalfMetric) / variance) * sureness;
        }
    }
}
