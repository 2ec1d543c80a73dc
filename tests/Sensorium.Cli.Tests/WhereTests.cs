using System.Text.Json;

namespace Sensorium.Cli.Tests;

public sealed class WhereTests
{
    [Fact]
    public async Task Where_HomeSet_PrintsIt()
    {
        using TemporaryFolder folder = new();

        ProgramResult result = await ProgramRun.RunAsync(["where"], null, ("SENSORIUM_HOME", folder.FullPath));

        Assert.Equal(new ProgramResult(0, folder.FullPath + "\n", string.Empty), result);
    }

    [Fact]
    public async Task Where_Json_TellsWhetherItExists()
    {
        using TemporaryFolder folder = new();

        ProgramResult result = await ProgramRun.RunAsync(["where", "--json"], null, ("SENSORIUM_HOME", folder["later"]));

        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal(folder["later"], json.RootElement.GetProperty("home").GetString());
        Assert.False(json.RootElement.GetProperty("exists").GetBoolean());
        Assert.False(Directory.Exists(folder["later"]));
    }
}
