namespace Sensorium.Expression;

/// <summary>The styles that come along.</summary>
public static class CompositionStyles
{
    /// <summary>All of them, solo piano first.</summary>
    public static IReadOnlyList<CompositionStyle> All { get; } =
    [
        new()
        {
            Id = "piano",
            Name = new("solo piano", "피아노 독주"),
            Doubles = true,
            Parts =
            [
                new(CompositionRole.Melody, new("Right hand", "오른손"), 0, 0, 55, 96, 0.85, 0.08),
                new(CompositionRole.Chords, new("Left hand", "왼손"), 0, 0, 45, 72, 0.8, -0.08) { Patterns = [ChordPattern.Arpeggio, ChordPattern.Block, ChordPattern.Alberti], Rings = true },
                new(CompositionRole.Bass, new("Left hand, bass", "왼손 베이스"), 0, 0, 29, 52, 0.8, -0.1) { Rings = true },
            ],
        },
        new()
        {
            Id = "strings",
            Name = new("strings", "현악"),
            DensityScale = 0.8,
            Looseness = 12,
            Parts =
            [
                new(CompositionRole.Melody, new("Violin", "바이올린"), 40, 40, 57, 91, 0.85, -0.3),
                new(CompositionRole.Chords, new("Strings", "현악"), 48, 44, 50, 72, 0.7, 0.1) { Patterns = [ChordPattern.Block, ChordPattern.Arpeggio], Rings = true },
                new(CompositionRole.Bass, new("Cello", "첼로"), 42, 42, 36, 55, 0.8, 0.3),
            ],
        },
        new()
        {
            Id = "ambient",
            Name = new("ambient", "앰비언트"),
            TempoScale = 0.85,
            DensityScale = 0.6,
            Looseness = 15,
            Colour = 0.3,
            Parts =
            [
                new(CompositionRole.Melody, new("Bells", "종"), 11, 88, 60, 91, 0.7, 0.2),
                new(CompositionRole.Pad, new("Pad", "패드"), 89, 91, 48, 72, 0.75),
                new(CompositionRole.Chords, new("Keys", "건반"), 4, 98, 52, 76, 0.55, -0.3) { Patterns = [ChordPattern.Arpeggio], Rings = true },
                new(CompositionRole.Bass, new("Low pad", "낮은 패드"), 89, 90, 33, 50, 0.7),
            ],
        },
        new()
        {
            Id = "lofi",
            Name = new("lo-fi", "로파이"),
            TempoScale = 0.85,
            DensityScale = 0.8,
            Swing = 0.2,
            Looseness = 12,
            Colour = 0.5,
            Parts =
            [
                new(CompositionRole.Melody, new("Vibraphone", "비브라폰"), 11, 4, 57, 86, 0.7, 0.15),
                new(CompositionRole.Chords, new("Electric piano", "전자 피아노"), 4, 5, 50, 72, 0.7, -0.15) { Patterns = [ChordPattern.Block, ChordPattern.Arpeggio], Rings = true },
                new(CompositionRole.Bass, new("Bass", "베이스"), 33, 32, 31, 50, 0.85),
                new(CompositionRole.Drums, new("Drums", "드럼"), 0, 0, 35, 60, 0.6) { From = -0.7 },
            ],
        },
        new()
        {
            Id = "guitar",
            Name = new("folk guitar", "포크 기타"),
            Looseness = 10,
            Parts =
            [
                new(CompositionRole.Melody, new("Guitar, melody", "기타 선율"), 24, 25, 55, 84, 0.85, 0.15),
                new(CompositionRole.Chords, new("Guitar", "기타"), 25, 25, 48, 71, 0.7, -0.15) { Patterns = [ChordPattern.Arpeggio, ChordPattern.Strum], Rings = true },
                new(CompositionRole.Bass, new("Guitar, bass", "기타 베이스"), 24, 25, 40, 55, 0.75, -0.1),
            ],
        },
        new()
        {
            Id = "waltz",
            Name = new("waltz", "왈츠"),
            BeatsPerBar = 3,
            TempoScale = 1.25,
            DensityScale = 0.9,
            Parts =
            [
                new(CompositionRole.Melody, new("Flute", "플루트"), 73, 71, 60, 91, 0.8, 0.2),
                new(CompositionRole.Chords, new("Piano", "피아노"), 0, 48, 52, 74, 0.65, -0.2) { Patterns = [ChordPattern.Offbeats] },
                new(CompositionRole.Bass, new("Bass", "베이스"), 32, 43, 33, 53, 0.8),
            ],
        },
        new()
        {
            Id = "ballad",
            Name = new("K-ballad", "발라드"),
            TempoScale = 0.8,
            Colour = 0.25,
            Doubles = true,
            Parts =
            [
                new(CompositionRole.Melody, new("Piano, melody", "피아노 선율"), 0, 0, 57, 91, 0.85, 0.1),
                new(CompositionRole.Chords, new("Piano", "피아노"), 0, 0, 48, 72, 0.7, -0.1) { Patterns = [ChordPattern.Arpeggio, ChordPattern.Block], Rings = true },
                new(CompositionRole.Pad, new("Strings", "현악"), 48, 49, 52, 76, 0.5) { From = -0.4 },
                new(CompositionRole.Bass, new("Bass", "베이스"), 33, 33, 31, 50, 0.8),
                new(CompositionRole.Drums, new("Drums", "드럼"), 0, 0, 35, 60, 0.5) { From = 0.05 },
            ],
        },
        new()
        {
            Id = "musicbox",
            Name = new("music box", "오르골"),
            DensityScale = 0.9,
            Looseness = 3,
            Parts =
            [
                new(CompositionRole.Melody, new("Music box", "오르골"), 10, 10, 67, 98, 0.85, 0.1),
                new(CompositionRole.Chords, new("Music box, low", "오르골 낮은 음"), 10, 10, 60, 84, 0.6, -0.1) { Patterns = [ChordPattern.Arpeggio, ChordPattern.Alberti], Rings = true },
                new(CompositionRole.Bass, new("Music box, bass", "오르골 베이스"), 10, 10, 48, 64, 0.6) { Rings = true },
            ],
        },
        new()
        {
            Id = "electronic",
            Name = new("electronic", "전자음악"),
            TempoScale = 1.1,
            Looseness = 0,
            Parts =
            [
                new(CompositionRole.Melody, new("Lead", "리드"), 80, 81, 60, 91, 0.65, 0.1),
                new(CompositionRole.Chords, new("Plucks", "뜯는 소리"), 87, 88, 52, 79, 0.55, -0.2) { Patterns = [ChordPattern.Arpeggio, ChordPattern.Block] },
                new(CompositionRole.Pad, new("Pad", "패드"), 89, 90, 48, 72, 0.5),
                new(CompositionRole.Bass, new("Synth bass", "신스 베이스"), 38, 39, 30, 50, 0.8),
                new(CompositionRole.Drums, new("Drums", "드럼"), 0, 0, 35, 60, 0.7) { From = -0.5 },
            ],
        },
    ];

    /// <summary>Finds a style.</summary>
    /// <param name="id">Its <see cref="CompositionStyle.Id"/>.</param>
    /// <returns>Null where there is none.</returns>
    public static CompositionStyle? Find(string id) => All.FirstOrDefault(style => style.Id == id);
}
