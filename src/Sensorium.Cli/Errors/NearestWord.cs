namespace Sensorium.Cli;

/// <summary>Finds the word that a mistyped one most likely stands for.</summary>
internal static class NearestWord
{
    /// <summary>The candidate with the fewest edits (Levenshtein 1966), when that is at most a third of its length.</summary>
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

    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[to.Length];
    }
}
