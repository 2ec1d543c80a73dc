using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>Writes the melody: themes made denser or sparser, laid over the chords, with breaths at the ends of phrases.</summary>
internal sealed class MelodyWriter
{
    private const double SemitonesPerStep = 1.75;
    private const int WidestLeap = 9;
    private const double ThirdsHeld = 0.25, Varied = 1.2;
    private readonly CompositionStyle _style;
    private readonly StylePart _part;
    private readonly Pcg32 _random;
    private readonly Dictionary<int, MelodyTheme> _themes = [];
    private int _last = -1;
    private int _repeats;
    private double _owed;

    public MelodyWriter(CompositionStyle style, StylePart part, Pcg32 random) => (_style, _part, _random) = (style, part, random);

    /// <summary>Writes all bars.</summary>
    public List<DraftNote> Write(CompositionPlan plan)
    {
        List<DraftNote> notes = [];
        for (int i = 0; i < plan.Bars.Count; i++)
        {
            CompositionBar bar = plan.Bars[i];
            if (bar.Phrase.Theme >= 0)
            {
                WriteBar(bar, plan, i == plan.Bars.Count - 1, notes);
            }
        }

        return notes;
    }

    private void WriteBar(CompositionBar bar, CompositionPlan plan, bool isEnd, List<DraftNote> notes)
    {
        int places = plan.BeatsPerBar * 4;
        MelodyTheme theme = ThemeOf(bar.Phrase.Theme, places);
        bool rests = bar.InPhrase == bar.Phrase.Bars - 1;
        int inTheme = rests ? MelodyTheme.BarCount - 1 : Math.Min(bar.InPhrase, MelodyTheme.BarCount - 2);
        int[] at = isEnd ? [0] : Places(theme, bar, inTheme, places, rests);
        double centre = Math.Clamp(bar.Character.Register, _part.Lowest + 7, _part.Highest - 9);
        for (int k = 0; k < at.Length; k++)
        {
            int place = at[k];
            double until = k + 1 < at.Length ? at[k + 1] : rests ? Math.Max(place + 2, places - 2) : places;
            double length = (until - place) / 4.0;
            Chord chord = bar.ChordAt((double)place / places);
            bool holds = place % 4 == 0 || length >= 1 || (rests && k == at.Length - 1);
            double target = centre + (SemitonesPerStep * theme.Contour(inTheme, place)) + (bar.Phrase.Variation > 0 ? Varied * _random.NextGaussian() : 0);
            int pitch = isEnd || (rests && bar.Phrase.IsClosed && k == at.Length - 1)
                ? Choose(target, p => p % 12 == bar.Key.Tonic)
                : holds ? Choose(target, Leaning(chord)) : Choose(target, p => ScaleNotes.Contains(bar.Key, chord, p));
            if (!holds && _random.NextDouble() < 0.3 * bar.Character.Tension)
            {
                pitch = Fit(pitch + (_random.Next(2) == 0 ? 1 : -1));
            }

            _repeats = pitch == _last ? _repeats + 1 : 0;
            _last = pitch;
            double sounds = isEnd ? length : length * Math.Clamp(bar.Character.Articulation, 0.3, 1);
            double accent = 9 + (place == 0 ? 4 : place % 4 == 0 ? 1.5 : place % 2 == 0 ? -2 : -4);
            notes.Add(new DraftNote(bar.Beat + (place / 4.0), sounds, pitch, accent));
            Double(bar, chord, place, sounds, pitch, accent, notes);
        }
    }

    // Held notes lean on the third now and then, which says whether a chord is major or minor.
    private Func<int, bool> Leaning(Chord chord)
    {
        int third = chord.Tones[1];
        return _random.NextDouble() < ThirdsHeld ? pitch => pitch % 12 == third : chord.Contains;
    }

    private int[] Places(MelodyTheme theme, CompositionBar bar, int inTheme, int places, bool rests)
    {
        double wanted = (bar.Character.Density * _style.DensityScale * SecondsOf(bar, places)) + _owed;
        int count = Math.Clamp((int)Math.Round(wanted), 1, Math.Min(places, 12));
        _owed = Math.Clamp(wanted - count, -1, 1);
        if (!rests)
        {
            return theme.Places(inTheme, count);
        }

        // The phrase comes to rest in the first half of its last bar.
        int[] early = [.. theme.Places(inTheme, Math.Max(1, (count + 1) / 2)).Where(place => place <= places / 2)];
        return early.Length > 0 ? early : [0];

        static double SecondsOf(CompositionBar bar, int places) => places / 4.0 * 60 / bar.Tempo;
    }

    // Lively melodies are doubled at the octave, on their beats.
    private void Double(CompositionBar bar, Chord chord, int place, double length, int pitch, double accent, List<DraftNote> notes)
    {
        double share = 2 * (bar.Character.Drive - 0.5);
        if (!_style.Doubles || place % 2 != 0 || _random.NextDouble() >= share)
        {
            return;
        }

        int below = _random.NextDouble() < 0.6 ? pitch - 12 : ScaleNotes.Nearest(pitch - 4, p => chord.Contains(p) && p < pitch);
        if (below >= _part.Lowest)
        {
            notes.Add(new DraftNote(bar.Beat + (place / 4.0), length, below, accent - 8));
        }
    }

    private MelodyTheme ThemeOf(int index, int places)
    {
        if (!_themes.TryGetValue(index, out MelodyTheme? theme))
        {
            // Contrasting themes lie higher.
            theme = new MelodyTheme(places, index % 3 == 0 ? 0 : 1.5, _random);
            _themes.Add(index, theme);
        }

        return theme;
    }

    private int Choose(double target, Func<int, bool> fits)
    {
        int pitch = Fit(ScaleNotes.Nearest(target, fits));
        if (_last < 0)
        {
            return pitch;
        }

        while (pitch - _last > WidestLeap && pitch - 12 >= _part.Lowest)
        {
            pitch -= 12;
        }

        while (_last - pitch > WidestLeap && pitch + 12 <= _part.Highest)
        {
            pitch += 12;
        }

        // The same note three times stands still: go on to the next that fits.
        if (pitch == _last && _repeats >= 1)
        {
            int step = target >= pitch ? 1 : -1;
            int other = Enumerable.Range(1, 7).Select(i => pitch + (step * i)).FirstOrDefault(p => fits(p), pitch);
            pitch = Fit(other) == other ? other : pitch;
        }

        return pitch;
    }

    private int Fit(int pitch)
    {
        while (pitch > _part.Highest)
        {
            pitch -= 12;
        }

        while (pitch < _part.Lowest)
        {
            pitch += 12;
        }

        return pitch;
    }
}
