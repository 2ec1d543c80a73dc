using Sensorium.Imaging;
using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>
/// From a picture's feeling to the music that all its sounds share. Directions after Eerola, Friberg and Bresin, "Emotional
/// expression in music: contribution, linearity, and additivity of primary musical cues" (Frontiers in Psychology 2013):
/// mode and register follow valence, tempo and dynamics follow arousal. The numbers are ours.
/// </summary>
public static class TonalityRules
{
    /// <summary>Chooses key, tempo, register, dynamics, family and scale.</summary>
    /// <param name="feeling">The picture's feeling.</param>
    /// <param name="emotions">How likely each emotion is; the core one leans towards a family as far as it stands out.</param>
    /// <param name="regions">The picture's regions: the strongest hue chooses the tonic, their lightness the pitch range.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="lowestHz">Lowest pitch, or null for the mapping's.</param>
    /// <param name="highestHz">Highest pitch, or null for the mapping's.</param>
    /// <returns>The tonality.</returns>
    public static Tonality Choose(Affect feeling, EmotionScores emotions, RegionMap regions, Mapping mapping, double? lowestHz = null, double? highestHz = null)
    {
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(mapping);
        (double valence, double arousal) = Expressed(feeling, mapping.Feeling);
        Key key = new(Tonic(regions), ModeOf(valence));
        PitchMapping point = mapping.Point.Pitch;
        PitchMapping scan = mapping.Scan.Pitch;
        (double darkest, double lightest) = LightnessRange(regions);
        return new Tonality
        {
            Key = key,
            Tempo = TempoOf(valence, arousal),
            Register = (int)Math.Round(62 + (6 * valence) + (4 * arousal)),
            Dynamics = Math.Clamp(.5 + (.35 * arousal), 0, 1),
            Family = FamilyOf(feeling.Warmth, emotions),
            Scale = Scale(key, lowestHz ?? point.LowestHz, highestHz ?? point.HighestHz),
            ScanScale = Scale(key, lowestHz ?? scan.LowestHz, highestHz ?? scan.HighestHz),
            DarkestLightness = darkest,
            LightestLightness = lightest,
        };
    }

    /// <summary>
    /// The accompaniment's family: warm where the colours are warm, cool where they are cool, and in between as the core emotion leans. The
    /// numbers are ours: joy leans to warm instruments, what is unpleasant to cold ones, sadness half as much because strings can be sad too.
    /// </summary>
    /// <param name="warmth">Cold (-1) to warm (1); null counts as between.</param>
    /// <param name="emotions">How likely each emotion is.</param>
    /// <returns>One of <see cref="SoundSet.FamilyNames"/>.</returns>
    public static string FamilyOf(double? warmth, EmotionScores emotions)
    {
        double lean = emotions.Core switch
        {
            Emotion.Joy => .5,
            Emotion.Sadness => -.25,
            Emotion.Anger or Emotion.Fear or Emotion.Contempt or Emotion.Disgust => -.5,
            _ => 0,
        };
        return ((warmth ?? 0) + (lean * emotions.Intensity)) switch { > .12 => "warm", < -.12 => "cool", _ => "neutral" };
    }

    /// <summary>A measured feeling as the music shows it.</summary>
    /// <param name="feeling">The measured feeling.</param>
    /// <param name="mapping">Centres and gains.</param>
    /// <returns>Valence and arousal, -1..1 each.</returns>
    public static (double Valence, double Arousal) Expressed(Affect feeling, FeelingMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return (
            Math.Clamp(mapping.ValenceGain * (feeling.Valence.Mean - mapping.ValenceCentre), -1, 1),
            Math.Clamp(mapping.ArousalGain * (feeling.Arousal.Mean - mapping.ArousalCentre), -1, 1));
    }

    /// <summary>The pentatonic notes of a key within a range, so that any two regions sound well together.</summary>
    /// <param name="key">The key.</param>
    /// <param name="lowestHz">Lowest pitch in Hz.</param>
    /// <param name="highestHz">Highest pitch in Hz.</param>
    /// <returns>MIDI note numbers, rising; at least two.</returns>
    public static IReadOnlyList<int> Scale(Key key, double lowestHz, double highestHz)
    {
        int lowest = (int)Math.Ceiling(NoteOf(lowestHz) - 1e-6);
        int highest = (int)Math.Floor(NoteOf(highestHz) + 1e-6);
        List<int> notes = [];
        for (int note = lowest; note <= highest; note++)
        {
            if (key.Pentatonic.Contains((note - key.Tonic + 1200) % 12))
            {
                notes.Add(note);
            }
        }

        return notes;
    }

    private static double NoteOf(double hz) => 69 + (12 * Math.Log2(hz / 440));

    private static Mode ModeOf(double valence) => valence switch
    {
        > .6 => Mode.Lydian,
        > .2 => Mode.Ionian,
        > -.05 => Mode.Mixolydian,
        > -.3 => Mode.Dorian,
        > -.7 => Mode.Aeolian,
        _ => Mode.Phrygian,
    };

    /// <summary>100 + 45 A + 10 V beats a minute, rounded so that a bar is a whole number of 10 ms and loops stay exact at any usual rate.</summary>
    private static double TempoOf(double valence, double arousal)
    {
        double tempo = Math.Clamp(100 + (45 * arousal) + (10 * valence), 50, 160);
        double bar = Math.Round(240 / tempo / .01) * .01;
        return 240 / bar;
    }

    /// <summary>The hue that covers most area, weighted by chroma, on the circle of fifths; D for a grey picture.</summary>
    private static int Tonic(RegionMap regions)
    {
        Span<double> weight = stackalloc double[12];
        double total = 0;
        foreach (Region region in regions.Regions)
        {
            if (region.ChildIds.Count == 0 && region.Colour.Chroma > .02f)
            {
                double share = region.AreaShare * region.Colour.Chroma;
                weight[(int)(region.Colour.HueDegrees / 30) % 12] += share;
                total += share;
            }
        }

        if (total < .004)
        {
            return 2;
        }

        int strongest = 0;
        for (int i = 1; i < 12; i++)
        {
            strongest = weight[i] > weight[strongest] ? i : strongest;
        }

        return strongest * 7 % 12;
    }

    /// <summary>The lightness of the darkest and the lightest region, at least .3 apart, so that a flat picture is not torn apart.</summary>
    private static (double Darkest, double Lightest) LightnessRange(RegionMap regions)
    {
        double darkest = double.MaxValue;
        double lightest = double.MinValue;
        foreach (Region region in regions.Regions)
        {
            darkest = Math.Min(darkest, region.Colour.L);
            lightest = Math.Max(lightest, region.Colour.L);
        }

        double missing = Math.Max(0, .3 - (lightest - darkest));
        darkest -= missing / 2;
        lightest += missing / 2;
        double shift = Math.Max(0, -darkest) - Math.Max(0, lightest - 1);
        return (darkest + shift, lightest + shift);
    }
}
