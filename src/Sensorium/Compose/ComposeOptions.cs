using Sensorium.Expression;

namespace Sensorium;

/// <summary>What <see cref="ComposeFlow"/> makes and how. Every value has a default that works.</summary>
public sealed record ComposeOptions
{
    /// <summary>The file kinds that can be written.</summary>
    public static IReadOnlyList<string> AllFormats { get; } = ["html", "mid", "musicxml", "json", "wav", "flac", "mp3", "ogg"];

    /// <summary>Most candidates.</summary>
    public const int MostCandidates = 8;

    /// <summary>Where to lead. Default steady.</summary>
    public ComposeGoal Goal { get; init; } = ComposeGoal.Named[^1];

    /// <summary>How to get there. Default iso.</summary>
    public ComposeArc Arc { get; init; }

    /// <summary>A path of one's own in place of goal and arc; as long as the piece. Default none.</summary>
    public AffectPath? Path { get; init; }

    /// <summary>Who plays. Default solo piano.</summary>
    public CompositionStyle Style { get; init; } = CompositionStyles.All[0];

    /// <summary>How long it is, <see cref="CompositionRequest.Shortest"/> to <see cref="CompositionRequest.Longest"/>. Default 2 min.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The same input, options and seed give the same bytes. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>From cold (-1) to warm (1); null takes what the input feels like. Default null.</summary>
    public double? Warmth { get; init; }

    /// <summary>Pieces to make, the one first that follows the path best: 1 to <see cref="MostCandidates"/>. Default 2.</summary>
    public int Candidates { get; init; } = 2;

    /// <summary>File kinds to write, out of <see cref="AllFormats"/>. Default <c>html mid json mp3</c>.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["html", "mid", "json", "mp3"];

    /// <summary>Whether each part is written as a WAV file of its own too. Default false.</summary>
    public bool Stems { get; init; }

    /// <summary>The SoundFont to play; null looks in the usual places. Default null.</summary>
    public string? SoundFont { get; init; }

    /// <summary>What an outside generator is asked; null puts the path and the style into words. Default null.</summary>
    public MusicPrompt? Prompt { get; init; }

    /// <summary>Language of pages. Default English.</summary>
    public Language Language { get; init; }

    /// <summary>The picture that sound files carry; null draws the path and the notes. Default null.</summary>
    public Picture? Cover { get; init; }

    /// <summary>The title; empty takes the file's name. Default empty.</summary>
    public string Title { get; init; } = string.Empty;
}
