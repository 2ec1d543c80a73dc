// Measures MIDI files for training/score.py with the code that the program judges with. In: a folder of .mid files. Out: a table with a line of names,
// then for each file its name and its values: as a whole (stretch 0), and in its stretches of 20 s, one every 10 s (1, 2 ...).
using System.Globalization;
using Sensorium.Music;
using Sensorium.Perception;

const double Stretch = 20, Step = 10;
if (args is not [string folder, string table])
{
    Console.Error.WriteLine("usage: Sensorium.ScoreFeatures FOLDER TABLE.csv");
    return 2;
}

using StreamWriter writer = new(table);
writer.WriteLine("file,stretch," + string.Join(',', ScoreStatistics.Names));
foreach (string path in Directory.EnumerateFiles(folder, "*.mid").Order(StringComparer.Ordinal))
{
    using FileStream file = File.OpenRead(path);
    Score score = StandardMidiFile.Read(file).ToScore();
    double seconds = new TempoMap(score).Seconds;
    Write(0, ScoreStatistics.Of(score));
    for (int i = 1; (Step * (i - 1)) + Stretch <= seconds + 1; i++)
    {
        Write(i, ScoreStatistics.Of(score, Step * (i - 1), (Step * (i - 1)) + Stretch));
    }

    void Write(int stretch, float[] values) =>
        writer.WriteLine($"{Path.GetFileName(path)},{stretch}," + string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
}

return 0;
