using System.Text;
using Sensorium.Imaging;

namespace Sensorium.Lab.Listening;

/// <summary>Writes a report as the page <c>docs/listener.md</c>.</summary>
internal static class ListenerMarkdown
{
    private const int ShownPairs = 30;

    /// <summary>Writes the page.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Markdown that ends with a line break.</returns>
    public static string Write(ListenerReport report)
    {
        StringBuilder page = new();
        Line(page, "# The simulated listener");
        Line(page);
        Line(page, $"This page is written by `sensorium evaluate listener{(report.IsQuick ? " --quick" : string.Empty)} --seed {report.Seed} --out docs/listener.md`. "
            + $"Mapping: {report.Mapping}. SoundFont: {report.SoundFont}.");
        Line(page);
        Protocol(page);
        Colours(page, report);
        Confusions(page, report);
        Deficiencies(page, report);
        Line(page);
        Limits(page);
        return page.ToString();
    }

    private static void Protocol(StringBuilder page)
    {
        Line(page, """
            ## What is measured

            Can colours be told apart by ear? A classifier stands in for a person. It hears what the page would play and nothing else: no
            parameter of the mapping, no note number, no name of an instrument.

            - **Pictures.** Each is drawn from a seed: a feeling (and with it mode, tempo and dynamics by the rules that `hear` uses), a tonic,
              and one region a colour with a random size, place (pan) and texture (half of them flat, half with tremolo). The lightness range is
              the picture's own, so the same colour is not at the same pitch in two pictures. The loops are those that the page would carry
              (18 at most): a voice may play a loop of a neighbouring pitch, as on the page.
            - **Sounds.** The listener rests for 2 s on each region, twice, starting at a random moment of the bar, in a room with pink noise 30 dB
              under the loudest voice, at a volume that is up to 3 dB off.
            - **Training and test** use different random streams, and no tonic of the one occurs in the other (C, D, E, F sharp, A flat, B flat; then
              the other six).
            - **Features**, from samples: level; 40 mel bands of the mean spectrum; pitch by subharmonic summation and 12 harmonics; quantiles,
              rise and fall of the envelope; its spread in 12 bands; modulation spectra from .7 to 30 Hz in four ranges. The power of both ears
              is added, so that place does not help.
            - **Classifier**: least squares with a Gaussian kernel, in closed form, with fixed width and ridge.
            - **Interval**: 95 %, bootstrap over test pictures. **Level only**: the same classifier given nothing but the level.

            *8 hues*: the anchors of the mapping +-12 degrees, OKLab lightness .45 to .8 and chroma .1 to .2, as far as sRGB holds them.
            *18 colours*: fixed centres, lightness +-.04, chroma +-.02, hue +-6 degrees; their rooms do not touch.

            """);
    }

    private static void Colours(StringBuilder page, ListenerReport report)
    {
        Line(page, "## Told apart by ear");
        Line(page);
        Line(page, "| task | sound set | accuracy | 95 % interval | asked for | chance | level only | pictures: training, test | sounds: training, test |");
        Line(page, "|---|---|---|---|---|---|---|---|---|");
        foreach (ClassificationResult result in report.Hues)
        {
            Row(page, "8 hues", result, ">= 95 %");
        }

        Row(page, "18 colours", report.Colours, ">= 80 %");
        Line(page);
    }

    private static void Row(StringBuilder page, string task, ClassificationResult result, string asked) => Line(page,
        $"| {task} | {result.SoundSet} | {Percent(result.Accuracy)} | {Percent(result.Interval.Lowest)} to {Percent(result.Interval.Highest)} | {asked} "
        + $"| {Percent(result.Chance)} | {Percent(result.LevelOnlyAccuracy)} | {result.TrainingScenes}, {result.TestScenes} | {result.TrainingSounds}, {result.TestSounds} |");

    private static void Confusions(StringBuilder page, ListenerReport report)
    {
        Line(page, "## What was taken for what");
        Line(page);
        Line(page, "Every mistake of every test; what is not listed was always named rightly.");
        Line(page);
        Line(page, "| task | sound set | colour | named as | times | of |");
        Line(page, "|---|---|---|---|---|---|");
        int mistakes = 0;
        foreach ((string task, ClassificationResult result) in report.Hues.Select(result => ("8 hues", result)).Append(("18 colours", report.Colours)))
        {
            for (int truth = 0; truth < result.Classes.Count; truth++)
            {
                IReadOnlyList<int> row = result.Confusion[truth];
                for (int named = 0; named < row.Count; named++)
                {
                    if (named != truth && row[named] > 0)
                    {
                        Line(page, $"| {task} | {result.SoundSet} | {result.Classes[truth].English} | {result.Classes[named].English} | {row[named]} | {row.Sum()} |");
                        mistakes++;
                    }
                }
            }
        }

        Line(page, mistakes == 0 ? "| | | none | | | |" : string.Empty);
        if (mistakes == 0)
        {
            Line(page);
        }
    }

    private static void Deficiencies(StringBuilder page, ListenerReport report)
    {
        Line(page, $$"""
            ## Colour-blind mode

            {{report.Deficiencies[0].Colours}} colours stand on a lattice in OKLab (lightness in steps of .1, both colour axes in steps of .06, all that sRGB
            holds). A pair is *confused* when CIEDE2000 is over {{DeficiencyTest.Different}} for a trichromat and under {{DeficiencyTest.Alike}} after simulation (Machado 2009, severity 1). The distance
            of two sounds is Mahalanobis's over all features above, with the covariance within colours of the 18-colour training sounds, mean over
            pictures with keys the training never had. The *rank* of a pair is the share of all pairs that sound nearer to each other; asked for is more
            than 50 % for at least 20 deutan pairs. All confused pairs count here, none is picked.

            | vision | confused pairs | above the median of all pairs | the same in normal mode | lowest rank | median rank | median rank in normal mode | median distance of all pairs | of confused pairs |
            |---|---|---|---|---|---|---|---|---|
            """);
        foreach (DeficiencyResult result in report.Deficiencies)
        {
            int count = result.Confused.Count;
            Line(page, count == 0
                ? $"| {Name(result.Vision)} | 0 | | | | | | {result.MedianDistance:F1} | |"
                : $"| {Name(result.Vision)} | {count} | {result.AboveMedian} ({Percent((double)result.AboveMedian / count)}) "
                    + $"| {result.NormalAboveMedian} ({Percent((double)result.NormalAboveMedian / count)}) | {Percent(result.Confused[0].Rank)} "
                    + $"| {Percent(Median(result, pair => pair.Rank))} | {Percent(Median(result, pair => pair.NormalRank))} | {result.MedianDistance:F1} | {Median(result, pair => pair.Distance):F1} |");
        }

        DeficiencyResult first = report.Deficiencies[0];
        Line(page);
        Line(page, $"The {Math.Min(ShownPairs, first.Confused.Count)} {Name(first.Vision)} pairs that come out weakest (`--json` gives all {first.Confused.Count}):");
        Line(page);
        Line(page, "| colour | colour | CIEDE2000 before | after | distance | rank | distance in normal mode | rank in normal mode |");
        Line(page, "|---|---|---|---|---|---|---|---|");
        foreach (ColourPair pair in first.Confused.Take(ShownPairs))
        {
            Line(page, $"| {Named(pair.First)} | {Named(pair.Second)} | {pair.TrueDifference:F1} | {pair.SeenDifference:F1} | {pair.Distance:F1} | {Percent(pair.Rank)} | {pair.NormalDistance:F1} | {Percent(pair.NormalRank)} |");
        }
    }

    private static void Limits(StringBuilder page) => Line(page, """
        ## What this does not show

        A classifier never tires, has heard hundreds of sounds with their names, and hears level differences that a person overhears; a person
        learns from far fewer, but hears the sounds of one picture beside each other. These figures say that the sounds carry the colour,
        not that people name it as often. Listening tests with people are another matter. The pictures here are drawn, not photographed: their regions
        have one colour each, and all colours of a list are in each picture.
        """);

    private static double Median(DeficiencyResult result, Func<ColourPair, double> value)
    {
        double[] sorted = [.. result.Confused.Select(value).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Name(ColourVision vision) => vision.ToString().ToLowerInvariant();

    private static string Named(Rgb colour) => $"{colour.ToHex()} {ColourNames.Of(colour).Text.English}";

    private static string Percent(double share) => $"{100 * share:F1} %";

    private static void Line(StringBuilder page, string text = "") => page.Append(text.ReplaceLineEndings("\n")).Append('\n');
}
