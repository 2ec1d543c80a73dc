using System.Text;

namespace Sensorium.Expression.Tests;

public sealed class SoundSetFileTests
{
    private const string File = "sounds/orchestra.json";

    [Fact]
    public void BuiltIn_EveryId_ParsesAndFillsEveryRole()
    {
        Assert.Equal(["folk", "keys", "orchestra", "synth"], SoundSetFile.BuiltInIds);
        Assert.All(SoundSetFile.BuiltInIds, id =>
        {
            SoundSet set = SoundSetFile.BuiltIn(id)!;
            Assert.Equal(id, set.Id);
            Assert.Equal(SoundSet.RoleNames.Order(StringComparer.Ordinal), set.Roles.Keys.Order(StringComparer.Ordinal));
        });
    }

    /// <summary>Hue is told by timbre, so within one set no two roles may share one.</summary>
    [Fact]
    public void BuiltIn_EverySet_GivesEveryRoleItsOwnInstrument() => Assert.All(SoundSetFile.BuiltInIds, id =>
        Assert.Equal(SoundSet.RoleNames.Count, SoundSetFile.BuiltIn(id)!.Roles.Values.Select(instrument => (instrument.Bank, instrument.Program)).Distinct().Count()));

    [Fact]
    public void BuiltIn_UnknownId_IsNull() => Assert.Null(SoundSetFile.BuiltIn("no-such"));

    [Fact]
    public void Parse_ByteOrderMark_IsAllowed()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(DataText.Read(File).ToJsonString())];

        Assert.Equal("orchestra", SoundSetFile.Parse(bytes, "own.json").Id);
    }

    [Theory]
    [InlineData("id", "\"\"", "id takes")]
    [InlineData("roles.red", "null", "roles.red")]
    [InlineData("roles.red", "{}", "name")]
    [InlineData("roles.brown", "{\"name\": {\"en\": \"tuba\"}, \"program\": 58}", "brown")]
    [InlineData("roles.red.program", "128", "roles.red")]
    [InlineData("roles.red.octave", "3", "roles.red")]
    [InlineData("roles.red.bank", "-1", "roles.red")]
    [InlineData("roles.red.highest", "20", "highest")]
    [InlineData("roles.red.file", "\"oboe.wav\"", "either program or file")]
    [InlineData("roles.red.pitch", "60", "without file")]
    [InlineData("roles.red.play", "\"plucked\"", "play")]
    [InlineData("roles.red.volume", "1", "volume")]
    [InlineData("accompaniment.hot", "{\"name\": {\"en\": \"tuba\"}, \"program\": 58}", "hot")]
    public void Parse_OneFault_NamesIt(string path, string value, string named)
    {
        byte[] bytes = DataText.Changed(File, root => DataText.Set(root, path, value));

        MalformedInputException error = Assert.Throws<MalformedInputException>(() => SoundSetFile.Parse(bytes, "own.json"));

        Assert.Contains(named, error.Text.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\": {\"en\": \"a\"}, \"file\": \"a.wav\"}", "needs pitch")]
    [InlineData("{\"name\": {\"en\": \"a\"}, \"file\": \"a.wav\", \"pitch\": 60, \"loop\": [5]}", "loop")]
    [InlineData("{\"name\": {\"en\": \"a\"}, \"file\": \"a.wav\", \"pitch\": 60, \"loop\": [60000, 12000]}", "the first frame, 60000, must come before the last, 12000")]
    [InlineData("{\"name\": {\"en\": \"a\"}}", "either program or file")]
    public void Parse_RecordingWithAFault_NamesIt(string instrument, string named)
    {
        byte[] bytes = DataText.Changed(File, root => DataText.Set(root, "roles.red", instrument));

        Assert.Contains(named, Assert.Throws<MalformedInputException>(() => SoundSetFile.Parse(bytes, "own.json")).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ManyFaults_ReportsAllOfThemInBothLanguages()
    {
        byte[] bytes = DataText.Changed(File, root =>
        {
            DataText.Remove(root, "roles.red");
            DataText.Remove(root, "accompaniment.cool");
            DataText.Set(root, "roles.blue.program", "300");
        });

        LocalizedText text = Assert.Throws<MalformedInputException>(() => SoundSetFile.Parse(bytes, "own.json")).Text;

        Assert.All(["red", "cool", "roles.blue"], part =>
        {
            Assert.Contains(part, text.English, StringComparison.Ordinal);
            Assert.Contains(part, text.Korean, StringComparison.Ordinal);
        });
        Assert.DoesNotContain(" lacks ", text.Korean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(45, 0, 127, 45)]
    [InlineData(45, -1, 127, 33)]
    [InlineData(69, -1, 57, 57)]
    [InlineData(70, -1, 57, 46)]
    [InlineData(84, 1, 57, 48)]
    public void Sounding_AboveTheRange_IsOctavesBelow(int pitch, int octave, int highest, int sounding) =>
        Assert.Equal(sounding, new RoleInstrument { Name = new("a", "a"), Program = 1, Octave = octave, Highest = highest }.Sounding(pitch));

    [Fact]
    public void Address_Programme_IsItsOwn()
    {
        SoundSet set = SoundSetFile.BuiltIn("orchestra")!;

        Assert.Equal((0, 68), set.Address(set.Roles["red"]));
    }

    [Fact]
    public void Address_Recording_IsItsPlaceInTheSet()
    {
        SoundSet set = SoundSetFile.Parse(
            DataText.Changed(File, root =>
            {
                foreach (string group in new[] { "roles", "accompaniment" })
                {
                    foreach (string key in root[group]!.AsObject().Select(property => property.Key).ToArray())
                    {
                        DataText.Set(root, $"{group}.{key}", $"{{\"name\": {{\"en\": \"{key}\"}}, \"file\": \"{key}.wav\", \"pitch\": 60, \"loop\": [100, 900]}}");
                    }
                }
            }),
            "own.json");

        Assert.True(set.IsRecorded);
        Assert.Equal((0, 1), set.Address(set.Roles["orange"]));
        Assert.Equal((0, 11), set.Address(set.Accompaniment["warm"]));
    }

    [Fact]
    public void Parse_RecordingsAndProgrammesMixed_IsRefused()
    {
        byte[] bytes = DataText.Changed(File, root => DataText.Set(root, "roles.red", "{\"name\": {\"en\": \"a\"}, \"file\": \"a.wav\", \"pitch\": 60}"));

        Assert.Contains("not both", Assert.Throws<MalformedInputException>(() => SoundSetFile.Parse(bytes, "own.json")).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_InstrumentOfAnotherSet_Throws()
    {
        RoleInstrument stranger = new() { Name = new("x", "x"), File = "x.wav", Pitch = 60 };

        Assert.Throws<ArgumentException>(() => Samples.Orchestra.Address(stranger));
    }
}
