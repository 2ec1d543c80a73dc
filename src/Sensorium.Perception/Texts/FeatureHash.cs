namespace Sensorium.Perception;

/// <summary>
/// The hash that names features: FNV-1a over 16-bit units (Fowler, Noll and Vo), its 64 bits stirred once more and the upper 32 taken.
/// The trained tables hang on it; to change it means to train again.
/// </summary>
internal static class FeatureHash
{
    private const ulong Offset = 0xcbf29ce484222325;
    private const ulong Prime = 0x100000001b3;

    /// <summary>The state before the first letter.</summary>
    /// <param name="kind">What the feature is made of; the same letters in another kind are another feature.</param>
    /// <returns>The state.</returns>
    public static ulong Begin(FeatureKind kind) => Push(Offset, (uint)kind + 1);

    /// <summary>Adds a letter.</summary>
    /// <param name="state">The state.</param>
    /// <param name="unit">The letter.</param>
    /// <returns>The new state.</returns>
    public static ulong Push(ulong state, uint unit) => (state ^ unit) * Prime;

    /// <summary>Adds letters.</summary>
    /// <param name="state">The state.</param>
    /// <param name="letters">The letters.</param>
    /// <returns>The new state.</returns>
    public static ulong Push(ulong state, ReadOnlySpan<char> letters)
    {
        foreach (char letter in letters)
        {
            state = Push(state, letter);
        }

        return state;
    }

    /// <summary>The hash.</summary>
    /// <param name="state">The state after the last letter.</param>
    /// <returns>32 well-mixed bits.</returns>
    public static uint Finish(ulong state)
    {
        state ^= state >> 32;
        state *= 0x9E3779B97F4A7C15;
        return (uint)(state >> 32);
    }
}
