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
                new(CompositionRole.Melody, "Right hand", 0, 0, 55, 96, 0.85, 0.08),
                new(CompositionRole.Chords, "Left hand", 0, 0, 45, 72, 0.8, -0.08) { Patterns = [ChordPattern.Arpeggio, ChordPattern.Block, ChordPattern.Alberti], Rings = true },
                new(CompositionRole.Bass, "Left hand, bass", 0, 0, 29, 52, 0.8, -0.1) { Rings = true },
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
                new(CompositionRole.Melody, "Violin", 40, 40, 57, 91, 0.85, -0.3),
                new(CompositionRole.Chords, "Strings", 48, 44, 50, 72, 0.7, 0.1) { Patterns = [ChordPattern.Block, ChordPattern.Arpeggio], Rings = true },
                new(CompositionRole.Bass, "Cello", 42, 42, 36, 55, 0.8, 0.3),
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
                new(CompositionRole.Melody, "Bells", 11, 88, 60, 91, 0.7, 0.2),
                new(CompositionRole.Pad, "Pad", 89, 91, 48, 72, 0.75),
                new(CompositionRole.Chords, "Keys", 4, 98, 52, 76, 0.55, -0.3) { Patterns = [ChordPattern.Arpeggio], Rings = true },
                new(CompositionRole.Bass, "Low pad", 89, 90, 33, 50, 0.7),
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
                new(CompositionRole.Melody, "Vibraphone", 11, 4, 57, 86, 0.7, 0.15),
                new(CompositionRole.Chords, "Electric piano", 4, 5, 50, 72, 0.7, -0.15) { Patterns = [ChordPattern.Block, ChordPattern.Arpeggio], Rings = true },
                new(CompositionRole.Bass, "Bass", 33, 32, 31, 50, 0.85),
                new(CompositionRole.Drums, "Drums", 0, 0, 35, 60, 0.6) { From = -0.7 },
            ],
        },
        new()
        {
            Id = "guitar",
            Name = new("folk guitar", "포크 기타"),
            Looseness = 10,
            Parts =
            [
                new(CompositionRole.Melody, "Guitar, melody", 24, 25, 55, 84, 0.85, 0.15),
                new(CompositionRole.Chords, "Guitar", 25, 25, 48, 71, 0.7, -0.15) { Patterns = [ChordPattern.Arpeggio, ChordPattern.Strum], Rings = true },
                new(CompositionRole.Bass, "Guitar, bass", 24, 25, 40, 55, 0.75, -0.1),
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
                new(CompositionRole.Melody, "Flute", 73, 71, 60, 91, 0.8, 0.2),
                new(CompositionRole.Chords, "Piano", 0, 48, 52, 74, 0.65, -0.2) { Patterns = [ChordPattern.Offbeats] },
                new(CompositionRole.Bass, "Bass", 32, 43, 33, 53, 0.8),
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
                new(CompositionRole.Melody, "Piano, melody", 0, 0, 57, 91, 0.85, 0.1),
                new(CompositionRole.Chords, "Piano", 0, 0, 48, 72, 0.7, -0.1) { Patterns = [ChordPattern.Arpeggio, ChordPattern.Block], Rings = true },
                new(CompositionRole.Pad, "Strings", 48, 49, 52, 76, 0.5) { From = -0.4 },
                new(CompositionRole.Bass, "Bass", 33, 33, 31, 50, 0.8),
                new(CompositionRole.Drums, "Drums", 0, 0, 35, 60, 0.5) { From = 0.05 },
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
                new(CompositionRole.Melody, "Music box", 10, 10, 67, 98, 0.85, 0.1),
                new(CompositionRole.Chords, "Music box, low", 10, 10, 60, 84, 0.6, -0.1) { Patterns = [ChordPattern.Arpeggio, ChordPattern.Alberti], Rings = true },
                new(CompositionRole.Bass, "Music box, bass", 10, 10, 48, 64, 0.6) { Rings = true },
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
                new(CompositionRole.Melody, "Lead", 80, 81, 60, 91, 0.65, 0.1),
                new(CompositionRole.Chords, "Plucks", 87, 88, 52, 79, 0.55, -0.2) { Patterns = [ChordPattern.Arpeggio, ChordPattern.Block] },
                new(CompositionRole.Pad, "Pad", 89, 90, 48, 72, 0.5),
                new(CompositionRole.Bass, "Synth bass", 38, 39, 30, 50, 0.8),
                new(CompositionRole.Drums, "Drums", 0, 0, 35, 60, 0.7) { From = -0.5 },
            ],
        },
    ];

    /// <summary>Finds a style.</summary>
    /// <param name="id">Its <see cref="CompositionStyle.Id"/>.</param>
    /// <returns>Null where there is none.</returns>
    public static CompositionStyle? Find(string id) => All.FirstOrDefault(style => style.Id == id);
}
