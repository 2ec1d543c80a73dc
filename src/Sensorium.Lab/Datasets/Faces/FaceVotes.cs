namespace Sensorium.Lab.Datasets;

/// <summary>What the jury of one face voted for.</summary>
public sealed class FaceVotes
{
    /// <summary>How many answers a juror can choose from: the emotions, "unknown" and "not a face".</summary>
    public const int Answers = EmotionScores.Count + 2;

    private readonly int[] _votes;

    /// <summary>Keeps the votes.</summary>
    /// <param name="votes">Votes for each emotion in the order of <see cref="Emotion"/>, then for "unknown", then for "not a face"; none negative.</param>
    /// <exception cref="ArgumentException">There are not ten, or one is negative.</exception>
    public FaceVotes(params ReadOnlySpan<int> votes)
    {
        if (votes.Length != Answers || votes.IndexOfAnyInRange(int.MinValue, -1) >= 0)
        {
            throw new ArgumentException($"{Answers} counts that are not negative are needed, but {votes.Length} numbers came.", nameof(votes));
        }

        _votes = votes.ToArray();
    }

    /// <summary>All votes: the emotions in the order of <see cref="Emotion"/>, "unknown", "not a face".</summary>
    public ReadOnlySpan<int> All => _votes;

    /// <summary>The votes for emotions alone.</summary>
    public ReadOnlySpan<int> Emotions => _votes.AsSpan(0, EmotionScores.Count);

    /// <summary>Votes for "unknown".</summary>
    public int Unknown => _votes[^2];

    /// <summary>Votes for "not a face".</summary>
    public int NotAFace => _votes[^1];
}
