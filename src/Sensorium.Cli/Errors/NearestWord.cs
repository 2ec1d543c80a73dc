namespace Sensorium.Cli;

/// <summary>Finds the word that a mistyped one most likely stands for.</summary>
internal static class NearestWord
{
    /// <summary>The candidate with the fewest edits when that is at most a third of its length.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="candidates">What could have been meant.</param>
    /// <returns>The nearest one, the first in order among equals; null where none is near.</returns>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        int fewest = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int edits = Edits(word, candidate);
            if (edits < fewest && edits <= Math.Max(1, candidate.TrimStart('-').Length / 3))
            {
                (best, fewest) = (candidate, edits);
            }
        }

        return best;
    }

    // Optimal string alignment: Levenshtein's edits and the swap of two neighbours, the commonest slip of the hand (Damerau 1964).
    private static int Edits(string from, string to)
    {
        int[,] costs = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                costs[i, j] = i == 0 || j == 0 ? i + j : Cheapest(costs, from, to, i, j);
            }
        }

        return costs[from.Length, to.Length];
    }

    private static int Cheapest(int[,] costs, string from, string to, int i, int j)
    {
        int replaced = costs[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        int cheapest = Math.Min(replaced, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
        bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(cheapest, costs[i - 2, j - 2] + 1) : cheapest;
    }
}
