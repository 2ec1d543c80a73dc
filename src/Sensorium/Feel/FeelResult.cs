using Sensorium.Perception;

namespace Sensorium;

/// <summary>What <see cref="FeelFlow"/> felt in one input, and in whom.</summary>
public sealed record FeelResult
{
    /// <summary>The input as it was given: a path, or a name for what came without one.</summary>
    public required string Input { get; init; }

    /// <summary>The kind of input: <c>picture</c>, <c>sound</c>, <c>video</c>, <c>text</c>; <c>mix</c> for several that were felt together.</summary>
    public required string Kind { get; init; }

    /// <summary>Width in pixels, upright; 0 for what has no picture.</summary>
    public int Width { get; init; }

    /// <summary>Height in pixels, upright; 0 for what has no picture.</summary>
    public int Height { get; init; }

    /// <summary>Length of a sound or a video; null for everything else.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>Size of the input in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>What was felt: where several sources count, all of them fused, each a part of it.</summary>
    public required Percept Percept { get; init; }

    /// <summary>The faces that were read, largest first, in pixels of the whole picture; empty where there is none, and where nobody looked for any.</summary>
    public IReadOnlyList<FacePercept> Faces { get; init; } = [];

    /// <summary>What is speech, singing or music in a sound with a voice or in a video, in order of time; empty where there is none, and for a song.</summary>
    public IReadOnlyList<VoiceSegment> Segments { get; init; } = [];

    /// <summary>What was heard in a song; null for everything else.</summary>
    public SongReading? Song { get; init; }

    /// <summary>What a video or a song feels like over time; empty for everything else.</summary>
    public IReadOnlyList<FeelMoment> Timeline { get; init; } = [];

    /// <summary>What was said, where an endpoint wrote it down; null otherwise.</summary>
    public FeelTranscript? Transcript { get; init; }

    /// <summary>The words of a sound or a video with their feeling, in order of time where their times are known; of a text, the text itself; empty where there are none.</summary>
    public IReadOnlyList<FeelWords> Words { get; init; } = [];

    /// <summary>The inputs that were felt together, in the order given; empty for one input alone.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>One calm sentence with a helpline, where words speak of harming oneself; null otherwise.</summary>
    public LocalizedText? Care { get; init; }

    /// <summary>What a person should know of the result: that no face was found, what is unsure and why. Sentences without a full stop.</summary>
    public IReadOnlyList<LocalizedText> Notes { get; init; } = [];

    /// <summary>What a person should know of the input, such as that its file is cut off; null where all is well.</summary>
    public LocalizedText? Warning { get; init; }
}
