// Renders and measures songs for training/song.py with the code that the program hears with, so that there is no second implementation.
using Sensorium.Perception;
using Sensorium.SongFeatures;

switch (args)
{
    case ["names"]:
        Console.WriteLine(string.Join('\n', SongStatistics.Names));
        return 0;
    case ["render", string font, string folder, string to, .. string[] rest]:
        return SongRendering.Run(font, folder, to, rest);
    case ["measure", string table, string to, .. string[] seed]:
        return SongMeasuring.Run(Console.OpenStandardInput(), table, to, seed is [string number] ? number : null);
    case ["lessons", string font, string to, string seed, string count]:
        return NoteLessons.Run(font, to, seed, count);
    default:
        Console.Error.WriteLine("usage: Sensorium.SongFeatures names | render FONT.sf2 MIDIFOLDER OUT [SEED] [PROGRAM ...] | lessons FONT.sf2 OUT SEED COUNT | measure TABLE.tsv OUT [SEED] < SAMPLES.s16");
        return 2;
}
