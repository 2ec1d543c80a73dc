namespace Sensorium.Perception;

/// <summary>What sources are called in sentences.</summary>
public static class SourceNames
{
    /// <summary>A source's name.</summary>
    /// <param name="source">As <see cref="Percept.Source"/> has it.</param>
    /// <returns>A noun without article; the source itself where it is not known.</returns>
    public static LocalizedText Of(string source) => source switch
    {
        "face" => new("face", "얼굴"),
        "scene" => new("scene", "장면"),
        "voice" => new("voice", "목소리"),
        "song" => new("song", "곡"),
        "text" => new("words", "말"),
        "fusion" => new("whole", "전체"),
        _ => new(source, source),
    };
}
