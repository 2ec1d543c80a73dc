namespace Sensorium.Library;

/// <summary>Compares paths from their ends: a server sees the same file under another root.</summary>
internal static class PathTail
{
    /// <summary>The parts of a path, composed (NFC), so that names from a Mac meet those from elsewhere.</summary>
    public static string[] Segments(string path) =>
        NormalForms.Compose(path).Split(OperatingSystem.IsWindows() ? ['/', '\\'] : ['/'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How many parts agree, counted from the end.</summary>
    public static int Common(string[] first, string[] second)
    {
        int common = 0;
        while (common < first.Length && common < second.Length && first[^(common + 1)] == second[^(common + 1)])
        {
            common++;
        }

        return common;
    }

    /// <summary>The candidate that shares most parts with a path; none where two share as many.</summary>
    /// <param name="ours">The path's parts.</param>
    /// <param name="candidates">Who may be meant.</param>
    /// <param name="path">A candidate's path.</param>
    /// <param name="least">How many parts must agree; a path that agrees whole is enough.</param>
    public static T? Best<T>(string[] ours, IReadOnlyList<T> candidates, Func<T, string> path, int least)
        where T : class
    {
        T? best = null;
        int most = 0;
        bool isTie = false;
        foreach (T candidate in candidates)
        {
            string[] theirs = Segments(path(candidate));
            int common = Common(ours, theirs);
            if (common < Math.Min(least, theirs.Length) || common == 0)
            {
                continue;
            }

            isTie = common == most;
            if (common > most)
            {
                (best, most) = (candidate, common);
            }
        }

        return isTie ? null : best;
    }
}
