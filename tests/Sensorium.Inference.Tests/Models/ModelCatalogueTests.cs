namespace Sensorium.Inference.Tests;

public sealed class ModelCatalogueTests : IDisposable
{
    private readonly ModelFixture _program = new();
    private readonly ModelFixture _home = new();
    private readonly ModelCatalogue _catalogue;

    public ModelCatalogueTests() => _catalogue = new ModelCatalogue([_program.Root, _home.Root, Path.Combine(_home.Root, "none")]);

    public void Dispose()
    {
        _program.Dispose();
        _home.Dispose();
    }

    [Fact]
    public void List_SeveralRoots_EarlierOnesFirstThenByIdNewestFirst()
    {
        _home.Make("a", "alpha");
        _program.Make("z", "zeta");
        _program.Make("b1", "beta", 1);
        _program.Make("b10", "beta", 10);
        _program.Make("b9", "beta", 9);
        Assert.Equal(["beta@10", "beta@9", "beta@1", "zeta@1", "alpha@1"], _catalogue.List().Select(model => model.Manifest.Name));
    }

    [Fact]
    public void Survey_BrokenFolder_IsNamedAndTheOthersAreThere()
    {
        _program.Make("good", "good");
        _program.Write("bad", "{"u8.ToArray());
        Directory.CreateDirectory(Path.Combine(_program.Root, "empty"));
        Directory.CreateDirectory(Path.Combine(_program.Root, ".hidden"));
        File.WriteAllText(Path.Combine(_program.Root, "LICENSES.md"), "x");
        ModelSurvey survey = _catalogue.Survey();
        Assert.Equal("good@1", Assert.Single(survey.Models).Manifest.Name);
        Assert.Equal(["bad", "empty"], survey.Broken.Select(broken => Path.GetFileName(broken.Path)));
        Assert.Contains("is not JSON", survey.Broken[0].Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Survey_SameNameTwice_TheEarlierRootsIsUsed()
    {
        _program.Make("tiny");
        _home.Make("mine");
        ModelSurvey survey = _catalogue.Survey();
        Assert.StartsWith(_program.Root, Assert.Single(survey.Models).Path, StringComparison.Ordinal);
        Assert.Contains("tiny@1 is already in", Assert.Single(survey.Broken).Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_Name_TakesTheNewestOrTheOneAskedFor()
    {
        _program.Make("one", "tiny", 2);
        _home.Make("two", "tiny", 3);
        Assert.Equal("tiny@3", _catalogue.Find("tiny").Manifest.Name);
        Assert.Equal("tiny@2", _catalogue.Find("tiny@2").Manifest.Name);
        string message = Assert.Throws<MalformedInputException>(() => _catalogue.Find("tiny@4")).Text.Korean;
        Assert.Contains("있는 모델: tiny@2, tiny@3.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_BrokenFolder_SaysWhatIsWrongWithIt()
    {
        _program.Write("tiny", "{}"u8.ToArray());
        Assert.Contains("id is missing", Assert.Throws<MalformedInputException>(() => _catalogue.Find("tiny")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindForTask_NothingNamed_TakesTheEarliestRootsNewest()
    {
        _home.Make("a", "alpha", 1, "face-detection");
        _program.Make("y", "yunet", 1, "face-detection");
        _program.Make("y2", "yunet", 2, "face-detection");
        Assert.Equal("yunet@2", _catalogue.FindForTask("face-detection")!.Manifest.Name);
        Assert.Equal("alpha@1", _catalogue.FindForTask("face-detection", "alpha")!.Manifest.Name);
        Assert.Null(_catalogue.FindForTask("voice-activity"));
        Assert.Contains("is for face-detection, not for scene", Assert.Throws<UnsupportedInputException>(() => _catalogue.FindForTask("scene", "alpha")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_Roots_AreBesideTheProgramAndInTheHome()
    {
        ModelCatalogue catalogue = ModelCatalogue.Default(_home.Root);
        Assert.Equal([Path.Combine(AppContext.BaseDirectory, "models"), Path.Combine(_home.Root, "models")], catalogue.Roots);
    }

    [Fact]
    public void Default_ProgramsOwnModels_AreSoundAndOpen()
    {
        ModelSurvey survey = ModelCatalogue.Default(_home.Root).Survey();
        Assert.Empty(survey.Broken);
        Assert.NotEmpty(survey.Models);
        foreach (ModelFolder model in survey.Models)
        {
            Assert.All(model.Verify(Cancel), check => Assert.Equal(ModelFileState.Sound, check.State));
            foreach (ModelFileEntry file in model.Manifest.Files.Where(file => file.Path.EndsWith(".onnx", StringComparison.Ordinal)))
            {
                using InferenceSession session = InferenceSession.Open(model.FilePath(file.Path));
                Assert.NotEmpty(session.Outputs);
            }

            // Every embedded model stays small, and says in both languages what it is.
            Assert.InRange(model.Manifest.Files.Sum(file => file.Bytes), 1, 8_000_000);
            Assert.NotEqual(model.Manifest.Title.English, model.Manifest.Title.Korean);
            Assert.True(File.Exists(Path.Combine(Repository.Root, model.Manifest.Card ?? "?")), $"{model.Manifest.Name} has no card.");
        }
    }
}
