namespace Sensorium.Perception;

/// <summary>The features of one passage: a hash, what it is made of, and the token it ends with. Buffers are used again. Not thread-safe.</summary>
internal sealed class FeatureList
{
    /// <summary>A token index that means the whole passage.</summary>
    public const int Whole = -1;

    private const int MostPerLetter = 16;

    private readonly uint[] _hashes = new uint[(TextPassages.Longest + 64) * MostPerLetter];
    private readonly byte[] _kinds = new byte[(TextPassages.Longest + 64) * MostPerLetter];
    private readonly short[] _owners = new short[(TextPassages.Longest + 64) * MostPerLetter];

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    /// <summary>Their hashes.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>What each is made of, as <see cref="FeatureKind"/>.</summary>
    public ReadOnlySpan<byte> Kinds => _kinds.AsSpan(0, Count);

    /// <summary>The token that each ends with, or <see cref="Whole"/>.</summary>
    public ReadOnlySpan<short> Owners => _owners.AsSpan(0, Count);

    /// <summary>Forgets all features.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a feature; beyond the buffers' end it is dropped.</summary>
    /// <param name="kind">What it is made of.</param>
    /// <param name="state">The running hash of its letters.</param>
    /// <param name="owner">The token that it ends with.</param>
    public void Add(FeatureKind kind, ulong state, int owner)
    {
        if (Count < _hashes.Length)
        {
            _hashes[Count] = FeatureHash.Finish(state);
            _kinds[Count] = (byte)kind;
            _owners[Count++] = (short)owner;
        }
    }
}
