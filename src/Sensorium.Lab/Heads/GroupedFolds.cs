namespace Sensorium.Lab.Heads;

/// <summary>Divides items into folds so that a group stays together: what is learnt of one photograph of a theme says nothing new of the next.</summary>
internal static class GroupedFolds
{
    /// <summary>The fold of each item.</summary>
    /// <param name="groups">The group of each item.</param>
    /// <param name="folds">How many folds, at least 2.</param>
    /// <param name="seed">Another seed gives another division.</param>
    /// <returns>0 to <paramref name="folds"/> - 1 for each item.</returns>
    public static int[] Assign(IReadOnlyList<string> groups, int folds, ulong seed)
    {
        string[] names = [.. groups.Distinct().Order(StringComparer.Ordinal)];
        Pcg32 random = new(seed, 0xF01D);
        for (int i = names.Length - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            (names[i], names[other]) = (names[other], names[i]);
        }

        Dictionary<string, int> fold = [];
        for (int i = 0; i < names.Length; i++)
        {
            fold[names[i]] = i % folds;
        }

        return [.. groups.Select(group => fold[group])];
    }
}
