namespace Sensorium.Expression;

/// <summary>Writes percussion on General MIDI's keys.</summary>
internal sealed class DrumWriter(StylePart part, Pcg32 random)
{
    private const int Kick = 36, Snare = 38, Rim = 37, Hat = 42, OpenHat = 46, Crash = 49;

    /// <summary>Writes all bars whose arousal is high enough for drums.</summary>
    public List<DraftNote> Write(CompositionPlan plan)
    {
        List<DraftNote> notes = [];
        foreach (CompositionBar bar in plan.Bars)
        {
            double drive = bar.Character.Drive;
            if ((2 * drive) - 1 < part.From || bar.Index == plan.Bars.Count - 1 || (bar.Phrase.Theme < 0 && drive < 0.6))
            {
                continue;
            }

            bool fills = bar.InPhrase == bar.Phrase.Bars - 1;
            if (bar.InPhrase == 0 && bar.Index > 0 && drive > 0.6)
            {
                Add(bar, 0, Crash, -10, notes);
            }

            for (int place = 0; place < plan.BeatsPerBar * 4; place++)
            {
                WritePlace(bar, place, plan.BeatsPerBar, drive, fills, notes);
            }
        }

        return notes;
    }

    private void WritePlace(CompositionBar bar, int place, int beatsPerBar, double drive, bool fills, List<DraftNote> notes)
    {
        int beat = place / 4;
        bool isBeat = place % 4 == 0, isQuaver = place % 2 == 0;
        bool isBack = beatsPerBar == 3 ? beat > 0 : beat % 2 == 1;
        if (isBeat && (!isBack || (drive > 0.85 && beatsPerBar == 4)))
        {
            Add(bar, place, Kick, 4, notes);
        }
        else if (place == 10 && drive > 0.4 && random.NextDouble() < drive)
        {
            Add(bar, place, Kick, -4, notes);
        }

        if (isBeat && isBack)
        {
            Add(bar, place, drive < 0.4 ? Rim : Snare, drive < 0.4 ? -10 : 0, notes);
        }
        else if (fills && place >= (beatsPerBar * 4) - 4 && random.NextDouble() < drive)
        {
            Add(bar, place, Snare, -8, notes);
        }

        if (isQuaver ? drive > 0.3 || isBeat : drive > 0.9)
        {
            Add(bar, place, place % 8 == 6 && drive > 0.7 && random.Next(4) == 0 ? OpenHat : Hat, isBeat ? -12 : -20, notes);
        }
    }

    private static void Add(CompositionBar bar, int place, int key, double accent, List<DraftNote> notes) =>
        notes.Add(new DraftNote(bar.Beat + (place / 4.0), 0.2, key, accent));
}
