namespace Sensorium.Perception;

/// <summary>Buffers of one passage in a <see cref="PhraseNet"/>. Not thread-safe.</summary>
internal sealed class PhraseWork
{
    private readonly float[] _answers = new float[PhraseNet.Answers];
    private readonly float[] _places = new float[PhraseNet.Answers];
    private float[] _vectors = [];
    private float[] _parts = [];
    private int _room;

    /// <summary>How many tokens the passage has.</summary>
    public int Tokens { get; private set; }

    /// <summary>The vector of each token.</summary>
    public Span<float> Vectors => _vectors.AsSpan(0, _room * PhraseNet.Dims);

    /// <summary>What each token does to the filters at each place of their windows.</summary>
    public Span<float> Parts => _parts.AsSpan(0, _room * PhraseNet.Parts);

    /// <summary>The answer of each filter.</summary>
    public Span<float> Answers => _answers;

    /// <summary>The token at which the window begins that each filter answers most to; before the first by the window's width for the empty one.</summary>
    public Span<float> Places => _places;

    /// <summary>Begins a passage; all vectors are zero.</summary>
    /// <param name="tokens">How many tokens it has.</param>
    /// <param name="together">Room is made for a multiple of this.</param>
    public void Begin(int tokens, int together)
    {
        Tokens = tokens;
        _room = (tokens + together - 1) / together * together;
        if (_vectors.Length < _room * PhraseNet.Dims)
        {
            _vectors = new float[_room * PhraseNet.Dims];
            _parts = new float[_room * PhraseNet.Parts];
        }

        Vectors.Clear();
    }
}
