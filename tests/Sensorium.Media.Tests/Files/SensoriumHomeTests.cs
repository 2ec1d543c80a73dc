namespace Sensorium.Media.Tests;

public sealed class SensoriumHomeTests
{
    [Theory]
    [InlineData(false, false, "SENSORIUM_HOME=/s;XDG_DATA_HOME=/x;HOME=/h", "/s")]
    [InlineData(false, false, "XDG_DATA_HOME=/x;HOME=/h", "/x/sensorium")]
    [InlineData(false, false, "XDG_DATA_HOME=relative;HOME=/h", "/h/.local/share/sensorium")]
    [InlineData(false, false, "SENSORIUM_HOME= ;HOME=/h", "/h/.local/share/sensorium")]
    [InlineData(false, true, "HOME=/h;XDG_DATA_HOME=/x", "/h/Library/Application Support/Sensorium")]
    [InlineData(true, false, "LOCALAPPDATA=/l;HOME=/h", "/l/Sensorium")]
    public void Path_EachPlatform_IsItsDataHome(bool windows, bool mac, string variables, string expected)
    {
        Dictionary<string, string> environment = variables.Split(';').Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
        var home = new SensoriumHome(name => environment.GetValueOrDefault(name), windows, mac);
        Assert.Equal(Path.GetFullPath(expected), home.Path);
    }

    [Fact]
    public void CreateFolder_FirstUse_MakesTheHomeOnlyThen()
    {
        using var folder = new TempFolder();
        var home = new SensoriumHome(name => name == SensoriumHome.Variable ? folder["home"] : null);
        Assert.False(Directory.Exists(folder["home"]));
        Assert.Equal(Path.Combine(folder["home"], "soundfonts"), home.CreateFolder("soundfonts"));
        Assert.True(Directory.Exists(folder["home/soundfonts"]));
    }

    [Fact]
    public void CreateFolder_PlaceIsAFile_IsAnOutputFailure()
    {
        using var folder = new TempFolder();
        string path = folder.Write("home", [1]);
        var home = new SensoriumHome(name => name == SensoriumHome.Variable ? path : null);
        Assert.Throws<OutputFailedException>(() => home.CreateFolder());
    }
}
