using Sensorium.Imaging;
using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>
/// Composes the listening piece: a bar of the ground, then the picture read from left to right - a region's height is its
/// pitch, its colour its instrument, its edges its onsets - over a progression in the picture's key, then an ending.
/// </summary>
/// <param name="map">The sound map.</param>
/// <param name="set">The instruments.</param>
public sealed class PieceComposer(SoundMap map, SoundSet set)
{
    private const int StepsPerBar = 8;
    private const double ScanSeconds = 22;
    private const int MostFigures = 10;
    private const int MostOnsets = 3;
    private const double GroundShare = .18;

    /// <summary>Levels of the parts before each instrument's own; a MIDI volume of v plays at 40 log10 v dB.</summary>
    private const double FigureDb = -5;
    private const double BackingDb = -11;

    /// <summary>E6, 1319 Hz: higher tones tire, and choirs and strings turn shrill.</summary>
    private const int HighestPitch = 88;

    private readonly Tonality _tonality = map.Tonality;
    private readonly List<ScoredNote> _notes = [];

    /// <summary>How excited the playing is, -1..1: it was chosen from the picture's arousal.</summary>
    private double Drive => Math.Clamp((_tonality.Tempo - 100) / 45, -1, 1);

    /// <summary>Composes the piece.</summary>
    /// <returns>20 to 40 seconds of music; the same map and set give the same piece.</returns>
    public Piece Compose()
    {
        int scanBars = 2 * (int)Math.Clamp(Math.Round(ScanSeconds / _tonality.BarSeconds / 2), 2, 8);
        int bars = scanBars + 3;
        Harmony harmony = new(_tonality.Key, bars, new Pcg32(map.Seed, 7));
        Region[] leaves = [.. map.Regions.Regions.Where(region => region.ChildIds.Count == 0)];
        ScanColumns columns = new(map.Regions, scanBars * StepsPerBar);
        Accompany(harmony, bars);
        foreach (Region ground in leaves.Where(leaf => leaf.AreaShare >= GroundShare))
        {
            PlayGround(ground, columns, harmony, scanBars);
        }

        Region[] figures = [.. leaves.Where(leaf => leaf.AreaShare < GroundShare).OrderByDescending(Salience).ThenBy(leaf => leaf.Id).Take(MostFigures)];
        if (figures.Length == 0)
        {
            figures = [.. leaves.OrderByDescending(Salience).ThenBy(leaf => leaf.Id).Take(MostFigures)];
        }

        PlayFigures(figures, columns, harmony);
        End(figures, harmony, bars);
        return Finish(bars);
    }

    /// <summary>How much a region draws the eye: size, colour, texture.</summary>
    private static double Salience(Region region) =>
        Math.Sqrt(region.AreaShare) * (.25 + (4 * region.Colour.Chroma) + (2 * region.LocalContrast));

    private void Accompany(Harmony harmony, int bars)
    {
        RoleInstrument family = set.Accompaniment[_tonality.Family];
        RoleInstrument bass = set.Roles["black"];
        int velocity = Velocity(-8);
        for (int bar = 0; bar < bars; bar++)
        {
            double start = bar * _tonality.BeatsPerBar;
            bool last = bar == bars - 1;
            int[] chord = harmony.Voicing(bar, _tonality.Register - 5);
            int root = 36 + ((harmony.PitchClasses(bar)[0] + 12 - 36 % 12) % 12);
            Add(null, bass, "bass", start, last ? 4 : Drive > .2 ? 1.8 : 3.8, root, velocity, null);
            if (Drive > .2 && !last)
            {
                Add(null, bass, "bass", start + 2, 1.8, root + (bar % 2 == 0 ? 0 : 7), velocity - 6, null);
            }

            if (family.Play == PlayStyle.Sustained || last)
            {
                foreach (int note in chord)
                {
                    Add(null, family, "family", start, last ? 4 : 3.95, note, velocity - 4, null);
                }
            }
            else
            {
                double step = Drive > .3 ? .5 : 1;
                for (int i = 0; i * step < _tonality.BeatsPerBar; i++)
                {
                    int note = (i % 4) switch { 0 => chord[0], 2 => chord[2], _ => chord[1] };
                    Add(null, family, "family", start + (i * step), step * .95, note, velocity - (i == 0 ? 0 : 8), null);
                }
            }
        }
    }

    /// <summary>A large surface holds one soft tone a bar, as high as it lies.</summary>
    private void PlayGround(Region ground, ScanColumns columns, Harmony harmony, int scanBars)
    {
        RoleInstrument instrument = InstrumentOf(ground);
        for (int bar = 0; bar <= scanBars; bar++)
        {
            int column = Math.Clamp(((bar - 1) * StepsPerBar) + (StepsPerBar / 2), 0, columns.Count - 1);
            float covered = columns.Coverage(column, ground.Id);
            if (bar > 0 && covered < .05f)
            {
                continue;
            }

            double height = covered > 0 ? columns.Height(column, ground.Id) : 1 - ground.Centre.Y;
            int pitch = harmony.Consonant(_tonality.ScanScale, ScaleIndex(height), bar, 3);
            Add(ground, instrument, Role(ground), bar * _tonality.BeatsPerBar, 3.9, pitch, Velocity(-14 + (map.Sounds[ground.Id].Scan.LevelDb / 2)), null);
        }
    }

    /// <summary>
    /// Each figure sounds while the scan crosses it: at its left edge, where its height moves, and in its own rhythm between.
    /// A wide figure plays in phrases of two bars with a bar's rest, so that it breathes and others are heard.
    /// </summary>
    private void PlayFigures(Region[] figures, ScanColumns columns, Harmony harmony)
    {
        int[] lastStep = [.. figures.Select(_ => -1000)];
        int[] lastIndex = new int[figures.Length];
        int[] played = new int[figures.Length];
        int[][] motifs = [.. figures.Select(figure => Motif(figure.Id))];
        for (int step = 0; step < columns.Count; step++)
        {
            int onsets = 0;
            for (int i = 0; i < figures.Length && onsets < MostOnsets; i++)
            {
                Region figure = figures[i];
                if (columns.Coverage(step, figure.Id) <= 0)
                {
                    continue;
                }

                int index = ScaleIndex(columns.Height(step, figure.Id));
                int since = step - lastStep[i];
                bool enters = since > 1 && (step == 0 || columns.Coverage(step - 1, figure.Id) <= 0);
                bool moved = Math.Abs(index - lastIndex[i]) >= 2 && since >= (Drive > 0 ? 1 : 2);
                bool breathes = IsWide(figure) && ((step / StepsPerBar) + i) % 3 == 2;
                bool repeats = since >= Interval(figure) && step % 2 == 0 && !breathes;
                if (enters || moved || repeats)
                {
                    onsets++;
                    lastStep[i] = step;
                    lastIndex[i] = index;
                    int turn = enters ? 0 : motifs[i][played[i]++ % motifs[i].Length];
                    PlayFigure(figure, columns, harmony, step, index + turn);
                }
            }
        }
    }

    private static bool IsWide(Region region) => region.Box.Right - region.Box.Left > .3f;

    /// <summary>How a figure's repeated notes turn around its height, in steps of the scale; every region has its own.</summary>
    private int[] Motif(int regionId)
    {
        int[][] motifs = [[0, 1, 0, -1], [0, -1, 1, 0], [1, 0, 2, 0], [0, 2, 1, -1], [0, 0, 1, 2], [0, -1, -2, 0]];
        return motifs[new Pcg32(map.Seed, (ulong)regionId + 100).Next(motifs.Length)];
    }

    private void PlayFigure(Region figure, ScanColumns columns, Harmony harmony, int step, int index)
    {
        int bar = 1 + (step / StepsPerBar);
        int interval = Interval(figure);
        int steps = 1;
        while (steps < interval && step + steps < columns.Count && columns.Coverage(step + steps, figure.Id) > 0)
        {
            steps++;
        }

        bool strong = step % 4 == 0;
        int pitch = harmony.Consonant(_tonality.ScanScale, index, bar, strong ? 2 : 0);
        double ratio = .85 - (.3 * Drive);
        Add(
            figure,
            InstrumentOf(figure),
            Role(figure),
            _tonality.BeatsPerBar + (step * .5),
            Math.Max(.4, steps * .5 * ratio),
            pitch,
            Velocity(map.Sounds[figure.Id].Scan.LevelDb + (strong ? 2 : 0)),
            PanAt((step + .5) / columns.Count));
    }

    /// <summary>Eighths between repeated notes of one region: textured regions and excited pictures repeat sooner.</summary>
    private int Interval(Region figure)
    {
        double calm = 4 - (2 * Drive) - (figure.LocalContrast > .06 ? 1.5 : 0);
        return calm > 4.5 ? 6 : calm > 2.6 ? 4 : 2;
    }

    /// <summary>The figures once more from left to right as a broken chord of the tonic, then all rings.</summary>
    private void End(Region[] figures, Harmony harmony, int bars)
    {
        double start = (bars - 2) * _tonality.BeatsPerBar;
        int i = 0;
        foreach (Region figure in figures.Take(8).OrderBy(figure => figure.Centre.X))
        {
            int pitch = harmony.Consonant(_tonality.ScanScale, ScaleIndex(1 - figure.Centre.Y), bars - 2, 4);
            Add(figure, InstrumentOf(figure), Role(figure), start + (i * .5), Math.Max(1, 4 - (i * .5)), pitch, Velocity(-10), PanAt(figure.Centre.X));
            i++;
        }
    }

    private string Role(Region region) => map.Sounds[region.Id].Scan.Layers.MaxBy(layer => layer.Gain).Role;

    private RoleInstrument InstrumentOf(Region region) => set.Roles[Role(region)];

    /// <summary>The place of the scan line, in steps of a sixteenth.</summary>
    private double PanAt(double x) => Math.Round(((2 * x) - 1) * map.Mapping.Scan.PanDegrees / 90 * 16) / 16;

    private int ScaleIndex(double height) => (int)Math.Round(Math.Clamp(height, 0, 1) * (_tonality.ScanScale.Count - 1));

    private int Velocity(double levelDb) => (int)Math.Clamp(Math.Round((74 + (30 * _tonality.Dynamics)) * Math.Pow(10, levelDb / 40)), 22, 118);

    private void Add(Region? region, RoleInstrument instrument, string part, double start, double length, int pitch, int velocity, double? pan)
    {
        int sounding = instrument.Sounding(pitch, HighestPitch);
        _notes.Add(new ScoredNote(part, instrument, pan, region?.Id, new Note(start, length, Math.Max(sounding, 24), Math.Clamp(velocity, 16, 120))));
    }

    private Piece Finish(int bars)
    {
        List<Part> parts = [];
        List<PieceNote> heard = [];
        double beat = 60 / _tonality.Tempo;
        foreach (IGrouping<string, ScoredNote> group in _notes.GroupBy(note => note.Part).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            List<ScoredNote> line = WithoutOverlaps(group);
            RoleInstrument instrument = line[0].Instrument;
            (int bank, int program) = set.Address(instrument);
            double level = (group.Key is "bass" or "family" ? BackingDb : FigureDb) + instrument.LevelDb;
            parts.Add(new Part
            {
                Name = instrument.Name.English,
                Bank = bank,
                Program = program,
                PanMoves = PanMoves(line),
                Volume = Math.Clamp(Math.Pow(10, level / 40), 0, 1),
                Reverb = .4,
                Notes = [.. line.Select(note => note.Note)],
            });
            heard.AddRange(line.Where(note => note.RegionId is not null).Select(note =>
                new PieceNote(note.RegionId!.Value, note.Note.Start * beat, note.Note.Length * beat)));
        }

        Score score = new()
        {
            Title = map.Name,
            Tempo = _tonality.Tempo,
            Key = _tonality.Key,
            Meter = new Meter(_tonality.BeatsPerBar, 4),
            Length = bars * _tonality.BeatsPerBar,
            Parts = parts,
        };
        return new Piece { Score = score, Notes = [.. heard.OrderBy(note => note.StartSeconds).ThenBy(note => note.RegionId)] };
    }

    private static List<PanMove> PanMoves(List<ScoredNote> line)
    {
        List<PanMove> moves = [];
        foreach (ScoredNote note in line)
        {
            if (note.Pan is { } pan && (moves.Count == 0 || moves[^1].Pan != pan))
            {
                moves.Add(new PanMove(note.Note.Start, pan));
            }
        }

        return moves;
    }

    /// <summary>Notes of one part by start; of two that start together on one pitch the louder stays, an earlier one ends where the next begins.</summary>
    private static List<ScoredNote> WithoutOverlaps(IEnumerable<ScoredNote> notes)
    {
        List<ScoredNote> result = [];
        Dictionary<int, int> latest = [];
        foreach (ScoredNote note in notes.OrderBy(note => note.Note.Start).ThenByDescending(note => note.Note.Velocity).ThenBy(note => note.Note.Pitch))
        {
            if (latest.TryGetValue(note.Note.Pitch, out int index))
            {
                Note before = result[index].Note;
                if (before.Start == note.Note.Start)
                {
                    continue;
                }

                if (before.Start + before.Length > note.Note.Start)
                {
                    result[index] = result[index] with { Note = before with { Length = note.Note.Start - before.Start } };
                }
            }

            latest[note.Note.Pitch] = result.Count;
            result.Add(note);
        }

        return result;
    }

    private readonly record struct ScoredNote(string Part, RoleInstrument Instrument, double? Pan, int? RegionId, Note Note);
}
