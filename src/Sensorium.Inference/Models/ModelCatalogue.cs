namespace Sensorium.Inference;

/// <summary>The models on this machine: every folder with a <c>model.json</c> in one of some roots.</summary>
public sealed class ModelCatalogue
{
    private const string FolderName = "models";

    /// <summary>Creates a catalogue; nothing is read yet.</summary>
    /// <param name="roots">Folders whose subfolders are models, the most trusted first; missing ones count as empty.</param>
    public ModelCatalogue(IReadOnlyList<string> roots)
    {
        ArgumentNullException.ThrowIfNull(roots);
        Roots = [.. roots.Select(Path.GetFullPath)];
    }

    /// <summary>The folders that are looked through, full paths.</summary>
    public IReadOnlyList<string> Roots { get; }

    /// <summary>The program's own models, then the user's.</summary>
    /// <param name="sensoriumHome">The folder that holds everything Sensorium stores.</param>
    /// <returns>The catalogue of <c>models/</c> beside the program and of <c>models/</c> in that folder.</returns>
    public static ModelCatalogue Default(string sensoriumHome)
    {
        ArgumentException.ThrowIfNullOrEmpty(sensoriumHome);
        return new([Path.Combine(AppContext.BaseDirectory, FolderName), Path.Combine(sensoriumHome, FolderName)]);
    }

    /// <summary>Looks through the roots.</summary>
    /// <returns>The models and what is broken among them.</returns>
    public ModelSurvey Survey()
    {
        List<ModelFolder> models = [];
        List<BrokenModel> broken = [];
        foreach (string root in Roots)
        {
            List<ModelFolder> found = [];
            foreach (string folder in FoldersIn(root, broken))
            {
                try
                {
                    found.Add(ModelFolder.Load(folder));
                }
                catch (SensoriumException error)
                {
                    broken.Add(new BrokenModel(folder, error.Text));
                }
            }

            foreach (ModelFolder model in found.OrderBy(model => model.Manifest.Id, StringComparer.Ordinal).ThenByDescending(model => model.Manifest.Version))
            {
                if (models.Find(earlier => earlier.Manifest.Name == model.Manifest.Name) is { } earlier)
                {
                    broken.Add(new BrokenModel(model.Path, Hidden(model, earlier)));
                }
                else
                {
                    models.Add(model);
                }
            }
        }

        return new ModelSurvey(models, broken);
    }

    /// <summary>The models; broken folders are left out.</summary>
    /// <returns>Those of earlier roots first, then by id, newest version first.</returns>
    public IReadOnlyList<ModelFolder> List() => Survey().Models;

    /// <summary>Finds a model by name.</summary>
    /// <param name="id">An id, whose newest version is taken, or id@version.</param>
    /// <returns>The model.</returns>
    /// <exception cref="MalformedInputException">There is none, or its manifest is broken.</exception>
    public ModelFolder Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        ModelSurvey survey = Survey();
        ModelFolder? found = id.Contains('@', StringComparison.Ordinal)
            ? survey.Models.FirstOrDefault(model => model.Manifest.Name == id)
            : survey.Models.Where(model => model.Manifest.Id == id).MaxBy(model => model.Manifest.Version);
        return found ?? throw NotFound(id, survey);
    }

    /// <summary>Finds the model for a task.</summary>
    /// <param name="task">The task, e.g. <c>face-detection</c>.</param>
    /// <param name="id">The model that the user wants, as in <see cref="Find"/>; null for the usual one: of the earliest root that has any, the first id's newest version.</param>
    /// <returns>The model; null where none was named and there is none.</returns>
    /// <exception cref="MalformedInputException">The named model is not there, or its manifest is broken.</exception>
    /// <exception cref="UnsupportedInputException">The named model is for another task.</exception>
    public ModelFolder? FindForTask(string task, string? id = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(task);
        if (id is null)
        {
            return Survey().Models.FirstOrDefault(model => model.Manifest.Task == task);
        }

        ModelFolder found = Find(id);
        return found.Manifest.Task == task ? found : throw new UnsupportedInputException(new LocalizedText(
            $"The model {found.Manifest.Name} is for {found.Manifest.Task}, not for {task}; 'sensorium models' lists what there is.",
            $"{found.Manifest.Name} 모델은 {task}용이 아니라 {found.Manifest.Task}용입니다. 있는 모델은 'sensorium models'로 볼 수 있습니다."));
    }

    private static IEnumerable<string> FoldersIn(string root, List<BrokenModel> broken)
    {
        try
        {
            return Directory.Exists(root)
                ? [.. Directory.GetDirectories(root).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            broken.Add(new BrokenModel(root, new LocalizedText(
                $"{root} cannot be read ({error.Message.TrimEnd('.')}); check its permissions.",
                $"{root} 폴더를 읽을 수 없습니다({error.Message.TrimEnd('.')}). 권한을 확인하십시오.")));
            return [];
        }
    }

    private static LocalizedText Hidden(ModelFolder model, ModelFolder earlier) => new(
        $"{model.Manifest.Name} is already in {earlier.Path}, which is used; give this one another id or version.",
        $"{model.Manifest.Name} 모델은 {earlier.Path} 폴더에 이미 있어 그쪽을 씁니다. 이 모델에는 다른 id나 version을 주십시오.");

    private MalformedInputException NotFound(string id, ModelSurvey survey)
    {
        if (survey.Broken.FirstOrDefault(broken => Path.GetFileName(broken.Path) == id.Split('@')[0]) is { } broken)
        {
            return new MalformedInputException(broken.Reason);
        }

        string list = survey.Models.Count == 0 ? "-" : string.Join(", ", survey.Models.Select(model => model.Manifest.Name));
        string roots = string.Join(", ", Roots);
        return new MalformedInputException(new LocalizedText(
            $"There is no model \"{id}\" in {roots}; there are: {list}.",
            $"{roots} 폴더에 \"{id}\" 모델이 없습니다. 있는 모델: {list}."));
    }
}
