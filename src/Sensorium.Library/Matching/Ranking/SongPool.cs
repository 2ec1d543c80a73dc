using System.Numerics.Tensors;

namespace Sensorium.Library;

/// <summary>
/// Chooses from the songs that fit: by maximal marginal relevance (Carbonell and Goldstein, "The use of MMR, diversity-based reranking",
/// SIGIR 1998), with songs between two of one artist or album.
/// </summary>
/// <param name="shelf">The library.</param>
/// <param name="options">How to choose.</param>
internal sealed class SongPool(SongShelf shelf, MatchOptions options)
{
    private readonly List<int> _chosen = [];

    /// <summary>Whether the spacing could not be kept.</summary>
    public bool IsSpacingRelaxed { get; private set; }

    /// <summary>Chooses songs.</summary>
    /// <param name="first">Songs that come first whatever they are like.</param>
    /// <param name="rows">The songs that fit.</param>
    /// <param name="scores">How much each is wanted, in the same order.</param>
    /// <returns>Rows in the order to play them, at most <see cref="MatchOptions.Count"/>.</returns>
    public IReadOnlyList<int> Choose(IReadOnlyList<int> first, ReadOnlySpan<int> rows, ReadOnlySpan<double> scores)
    {
        double[] likest = new double[rows.Length];
        bool[] taken = new bool[rows.Length];
        foreach (int row in first.Take(options.Count))
        {
            Take(row, rows, likest);
        }

        while (_chosen.Count < options.Count)
        {
            int best = Best(rows, scores, likest, taken, spaced: true);
            if (best < 0)
            {
                best = Best(rows, scores, likest, taken, spaced: false);
                IsSpacingRelaxed |= best >= 0;
            }

            if (best < 0)
            {
                break;
            }

            taken[best] = true;
            Take(rows[best], rows, likest);
        }

        return _chosen;
    }

    private int Best(ReadOnlySpan<int> rows, ReadOnlySpan<double> scores, double[] likest, bool[] taken, bool spaced)
    {
        int best = -1;
        double most = double.NegativeInfinity;
        for (int i = 0; i < rows.Length; i++)
        {
            double value = ((1 - options.Diversity) * scores[i]) - (options.Diversity * likest[i]);
            if (!taken[i] && value > most && (!spaced || IsSpaced(rows[i])))
            {
                (best, most) = (i, value);
            }
        }

        return best;
    }

    private void Take(int row, ReadOnlySpan<int> rows, double[] likest)
    {
        _chosen.Add(row);
        ReadOnlySpan<float> vector = shelf.Vectors[row];
        for (int i = 0; i < rows.Length && options.Diversity > 0; i++)
        {
            likest[i] = Math.Max(likest[i], TensorPrimitives.Dot(vector, shelf.Vectors[rows[i]]));
        }
    }

    private bool IsSpaced(int row) => IsSpaced(row, shelf.Artists, options.ArtistGap) && IsSpaced(row, shelf.Albums, options.AlbumGap);

    // Songs that do not tell their artist are all by different ones.
    private bool IsSpaced(int row, int[] groups, int gap)
    {
        for (int back = 1; back <= Math.Min(gap, _chosen.Count) && groups[row] >= 0; back++)
        {
            if (groups[_chosen[^back]] == groups[row])
            {
                return false;
            }
        }

        return true;
    }
}
