using System.Globalization;
using Sensorium.Expression;
using Spectre.Console;
using Region = Sensorium.Imaging.Region;

namespace Sensorium.Cli;

/// <summary>The answer of <c>hear</c> for the eye: files, feeling, music and objects on one screen.</summary>
internal static class HearSummary
{
    private const int BarWidth = 21;
    private const int MostObjects = 12;

    /// <summary>Writes the answer to standard output.</summary>
    /// <param name="result">What was made.</param>
    /// <param name="instruments">Names of the sound set's instruments by role.</param>
    /// <param name="shell">Where to write.</param>
    public static void Write(HearResult result, IReadOnlyDictionary<string, LocalizedText> instruments, Shell shell)
    {
        IAnsiConsole console = shell.CreateConsole();
        SoundMap map = result.Map;
        LocalizedText words = FeelingWords.Of(map.Feeling.Affect);
        console.MarkupLineInterpolated($"[bold]{map.Name}[/]  [grey]{map.Width} × {map.Height}[/]  {words.In(shell.Language)}");

        WriteFeeling(console, map.Feeling, shell.Language);
        WriteMusic(console, result, shell.Language);
        WriteObjects(console, map, instruments, shell.Language);
        WriteFiles(console, result, shell.Language);
    }

    private static void WriteFeeling(IAnsiConsole console, Percept feeling, Language language)
    {
        Grid grid = Columns(3);
        Affect affect = feeling.Affect;
        AddRow(grid, new LocalizedText("valence", "정서가").In(language), Bar(affect.Valence.Mean), Figures.Number(affect.Valence));
        AddRow(grid, new LocalizedText("arousal", "각성도").In(language), Bar(affect.Arousal.Mean), Figures.Number(affect.Arousal));
        if (affect.Warmth is double warmth)
        {
            AddRow(grid, new LocalizedText("warmth", "따뜻함").In(language), Bar(warmth), Figures.Number(warmth));
        }

        Section(console, new("Feeling", "느낌"), grid, language);
        foreach (LocalizedText evidence in feeling.Evidence.Take(3))
        {
            console.MarkupLineInterpolated($"  [grey]· {evidence.In(language)}[/]");
        }
    }

    private static void WriteMusic(IAnsiConsole console, HearResult result, Language language)
    {
        Tonality tonality = result.Map.Tonality;
        string tempo = HearFacts.Tempo(tonality.Tempo);
        LocalizedText line = new(
            $"{tonality.Key.Name.English}, {tempo} beats a minute, {HearFacts.Family(tonality.Family).English}",
            $"{tonality.Key.Name.Korean}, 분당 {tempo}박, {HearFacts.Family(tonality.Family).Korean}");
        string loudness = result.LoudnessLufs is double lufs ? $", {lufs.ToString("0.0", CultureInfo.InvariantCulture)} LUFS" : string.Empty;
        Section(console, new("Music", "음악"), new Padder(new Text(line.In(language) + loudness), new Padding(2, 0, 0, 0)), language);
    }

    private static void WriteObjects(IAnsiConsole console, SoundMap map, IReadOnlyDictionary<string, LocalizedText> instruments, Language language)
    {
        IReadOnlyList<Region> objects = HearFacts.Objects(map);
        Grid grid = Columns(5);
        foreach (Region region in objects.Take(MostObjects))
        {
            string name = region.Name.Text.In(language) + (map.Labels.TryGetValue(region.Id, out string? label) ? $" \"{label}\"" : string.Empty);
            grid.AddRow(
                new Text(region.Id.ToString(CultureInfo.InvariantCulture)).RightJustified(),
                new Text("██", new Style(new Color(region.Rgb.R, region.Rgb.G, region.Rgb.B))),
                new Text(name),
                new Text(Figures.Percent(region.AreaShare)).RightJustified(),
                new Text(HearFacts.Plays(map.Sounds[region.Id].Point, map.Tonality.Key, instruments).In(language)));
        }

        Section(console, new("Objects", "물체"), grid, language);
        if (objects.Count > MostObjects)
        {
            console.WriteLine(new LocalizedText($"  and {objects.Count - MostObjects} more", $"  외 {objects.Count - MostObjects}개").In(language));
        }
    }

    private static void WriteFiles(IAnsiConsole console, HearResult result, Language language)
    {
        if (result.Files.Count == 0)
        {
            return;
        }

        Grid grid = Columns(3);
        foreach (string file in result.Files)
        {
            AddRow(grid, Path.GetFileName(file), Figures.Size(new FileInfo(file).Length), HearFacts.Purpose(file).In(language));
        }

        string folder = Path.GetDirectoryName(result.Files[0]) ?? string.Empty;
        Section(console, new($"Files in {folder}", $"파일 위치: {folder}"), grid, language);
        if (result.Files.FirstOrDefault(file => file.EndsWith(".html", StringComparison.Ordinal)) is string page)
        {
            console.WriteLine();
            string near = Path.GetRelativePath(Environment.CurrentDirectory, page);
            string shown = near.StartsWith("..", StringComparison.Ordinal) ? page : near;
            console.WriteLine(new LocalizedText(
                $"Next: open {shown} in a browser.",
                $"다음: 브라우저에서 {shown} 파일을 여십시오.").In(language));
        }
    }

    private static void Section(IAnsiConsole console, LocalizedText heading, Spectre.Console.Rendering.IRenderable body, Language language)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{heading.In(language)}[/]");
        console.Write(body);
    }

    private static Grid Columns(int count)
    {
        Grid grid = new();
        for (int i = 0; i < count; i++)
        {
            grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(i == 0 ? 2 : 0, 0, i == count - 1 ? 0 : 2, 0) });
        }

        return grid;
    }

    private static void AddRow(Grid grid, params string[] cells) => grid.AddRow([.. cells.Select(cell => new Text(cell))]);

    // A dot on a line from -1 to 1 with a mark at 0.
    private static string Bar(double value)
    {
        char[] bar = new string('─', BarWidth).ToCharArray();
        bar[BarWidth / 2] = '┼';
        bar[(int)Math.Round((Math.Clamp(value, -1, 1) + 1) / 2 * (BarWidth - 1))] = '●';
        return new string(bar);
    }
}
