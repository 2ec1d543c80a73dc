using Sensorium.Lab.Datasets;
using Sensorium.Lab.Listening;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Lab.Scenes;

/// <summary>Reads and measures the photographs of OASIS.</summary>
internal static class ScenePhotographs
{
    private const int Least = 50;

    // The folds share no theme: with fewer, a fold of the inner division would be left without anything to learn from or to test on.
    private const int LeastThemes = 10;

    /// <summary>Reads and measures.</summary>
    /// <param name="folder">The folder with <c>ratings.csv</c>.</param>
    /// <param name="faces">Reads faces; null leaves them out.</param>
    /// <param name="faults">Receives what was left out.</param>
    /// <param name="progress">Hears how far it has come; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The photographs in the table's order.</returns>
    /// <exception cref="MalformedInputException">The folder is none of OASIS, or fewer than 50 photographs of 10 themes could be read.</exception>
    public static async Task<IReadOnlyList<ScenePhotograph>> ReadAsync(
        string folder, FacePerceiver? faces, List<DatasetFault> faults, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<RatedPhotograph> rated = OasisPhotographs.Read(folder, faults.Add);
        ScenePhotograph?[] read = new ScenePhotograph?[rated.Count];
        LocalizedText?[] broken = new LocalizedText?[rated.Count];
        StepProgress steps = new(progress, Math.Max(rated.Count, 1));
        PictureReader reader = new();
        await Parallel.ForAsync(0, rated.Count, cancellationToken, async (i, cancel) =>
        {
            try
            {
                Picture picture = (await reader.ReadAsync(rated[i].Path, new PictureReadOptions(), cancel).ConfigureAwait(false)).Picture;
                read[i] = new(rated[i], SceneSight.Of(picture, cancel), faces?.Read(picture, null, cancel));
            }
            catch (SensoriumException exception)
            {
                broken[i] = exception.Text;
            }

            steps.Step();
        }).ConfigureAwait(false);
        faults.AddRange(Enumerable.Range(0, rated.Count).Where(i => broken[i] is not null).Select(i => new DatasetFault(rated[i].Name, broken[i]!.Value)));
        ScenePhotograph[] whole = [.. read.OfType<ScenePhotograph>()];
        int themes = whole.Select(photograph => photograph.Rated.Theme).Distinct().Count();
        return whole.Length >= Least && themes >= LeastThemes ? whole : throw new MalformedInputException(new LocalizedText(
            $"Too little of '{folder}' could be read (photographs: {whole.Length}, themes: {themes}); at least {Least} photographs of {LeastThemes} themes are needed to learn and to test. Check the folder: ratings.csv and the photographs beside it.",
            $"'{folder}'에서 읽을 수 있는 것이 모자랍니다(사진 {whole.Length}장, 주제 {themes}개). 학습과 시험에는 주제 {LeastThemes}개 이상에 걸친 사진 {Least}장 이상이 필요합니다. 폴더에 ratings.csv와 사진이 함께 있는지 확인하십시오."));
    }
}
