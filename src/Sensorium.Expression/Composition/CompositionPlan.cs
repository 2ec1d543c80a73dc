using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>The bars of a piece before a note is written: tempo, phrases, keys and chords. The bars together last exactly as long as the path.</summary>
internal sealed class CompositionPlan
{
    private const int PhraseBars = 4;
    private const int MovementPhrases = 16;

    // Themes of a movement's phrases: statement, answer, contrast, return.
    private static readonly int[] ThemeOrder = [0, 0, 1, 0, 1, 1, 2, 0, 0, 2, 1, 0, 2, 2, 1, 0];

    // A held last bar and one before it that leans back.
    private const double LastBarTempo = 0.72, BeforeLastTempo = 0.93;

    private CompositionPlan(IReadOnlyList<CompositionBar> bars, int beatsPerBar) => (Bars, BeatsPerBar) = (bars, beatsPerBar);

    /// <summary>The bars, in order.</summary>
    public IReadOnlyList<CompositionBar> Bars { get; }

    /// <summary>Beats in each.</summary>
    public int BeatsPerBar { get; }

    /// <summary>Plans a piece.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="random">Chooses between what is equally good.</param>
    public static CompositionPlan Of(CompositionRequest request, Pcg32 random)
    {
        double[] tempi = Tempi(request);
        List<CompositionPhrase> phrases = Phrases(tempi.Length);
        int tonic = random.Next(12);
        HarmonyWriter harmony = new(random);
        List<CompositionBar> bars = [];
        double seconds = 0;
        foreach (CompositionPhrase phrase in phrases)
        {
            // A movement after the first begins a fourth higher or lower.
            tonic = phrase.Index > 0 && phrase.Index % MovementPhrases == 0 ? (tonic + (random.Next(2) == 0 ? 5 : 7)) % 12 : tonic;
            double barSeconds = request.Style.BeatsPerBar * 60 / tempi[bars.Count];
            AffectPoint middle = request.Path.At(TimeSpan.FromSeconds(seconds + (barSeconds * phrase.Bars / 2)));
            Key key = new(tonic, AffectRules.At(middle.Valence, middle.Arousal).Mode);
            IReadOnlyList<Chord>[] chords = harmony.Write(key, phrase, AffectRules.At(middle.Valence, middle.Arousal), request.Style.Colour, isLast: phrase == phrases[^1]);
            for (int i = 0; i < phrase.Bars; i++)
            {
                barSeconds = request.Style.BeatsPerBar * 60 / tempi[bars.Count];
                AffectPoint here = request.Path.At(TimeSpan.FromSeconds(seconds + (barSeconds / 2)));
                bars.Add(new CompositionBar
                {
                    Index = bars.Count,
                    Beat = bars.Count * request.Style.BeatsPerBar,
                    Tempo = tempi[bars.Count],
                    Character = AffectRules.At(here.Valence, here.Arousal) with { Mode = key.Mode },
                    Phrase = phrase,
                    InPhrase = i,
                    Key = key,
                    Chords = chords[i],
                });
                seconds += barSeconds;
            }
        }

        return new CompositionPlan(bars, request.Style.BeatsPerBar);
    }

    // Bar by bar the tempo that the path asks for, then all of them stretched so that a whole number of bars fills the time.
    private static double[] Tempi(CompositionRequest request)
    {
        double length = request.Path.Length.TotalSeconds;
        List<double> tempi = [];
        double seconds = 0;
        double Bar(double tempo) => request.Style.BeatsPerBar * 60 / tempo;
        while (seconds < length)
        {
            AffectPoint here = request.Path.At(TimeSpan.FromSeconds(seconds));
            double breathing = request.Style.Looseness > 0 && tempi.Count % PhraseBars == PhraseBars - 1 ? 0.985 : 1;
            tempi.Add(Math.Clamp(AffectRules.At(here.Valence, here.Arousal).Tempo * request.Style.TempoScale, 44, 190) * breathing);
            seconds += Bar(tempi[^1]);
        }

        // Without its last bar the piece may fit better; whole pairs of bars make better phrases.
        int step = tempi.Count >= 16 ? 2 : 1;
        int bars = Math.Max(3, tempi.Count - (tempi.Count % step));
        while (bars > 3 && bars - step >= 3 && length - tempi.Take(bars - step).Sum(Bar) < tempi.Take(bars).Sum(Bar) - length)
        {
            bars -= step;
        }

        while (tempi.Count < bars)
        {
            tempi.Add(tempi[^1]);
        }

        double[] kept = [.. tempi.Take(bars)];
        kept[^1] *= LastBarTempo;
        kept[^2] *= BeforeLastTempo;
        double stretch = kept.Sum(Bar) / length;
        return [.. kept.Select(tempo => tempo * stretch)];
    }

    // Bars that are left over from whole phrases come first, as an introduction.
    private static List<CompositionPhrase> Phrases(int bars)
    {
        List<CompositionPhrase> phrases = [];
        int intro = bars > PhraseBars ? bars % PhraseBars : 0;
        if (intro > 0)
        {
            phrases.Add(new CompositionPhrase(0, -1, 0, intro, IsClosed: false));
        }

        var heard = new Dictionary<int, int>();
        int count = Math.Max(1, (bars - intro) / PhraseBars);
        for (int i = 0; i < count; i++)
        {
            bool isLast = i == count - 1;
            int theme = (3 * (i / MovementPhrases)) + (isLast && count > 1 && i % MovementPhrases > 1 ? 0 : ThemeOrder[i % MovementPhrases]);
            heard.TryGetValue(theme, out int times);
            heard[theme] = times + 1;
            phrases.Add(new CompositionPhrase(phrases.Count, theme, times, isLast ? bars - intro - (PhraseBars * (count - 1)) : PhraseBars, IsClosed: isLast || i % 2 == 1));
        }

        return phrases;
    }
}
