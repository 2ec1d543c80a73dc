using Sensorium.Expression;
using Sensorium.Media;
using Sensorium.Music;

namespace Sensorium;

/// <summary>Finds mappings and sound sets by a built-in name or by a path.</summary>
internal static class DataFiles
{
    private const int MostBytes = 1 << 20;

    /// <summary>A mapping by name or path.</summary>
    /// <param name="nameOrPath">A built-in name or a file.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="MalformedInputException">There is no such mapping, or the file is not one.</exception>
    public static Mapping Mapping(string nameOrPath) =>
        MappingFile.BuiltIn(nameOrPath)
        ?? MappingFile.Parse(Read(nameOrPath, MappingFile.BuiltInIds, new LocalizedText("mapping", "매핑")), nameOrPath);

    /// <summary>A sound set by name or path, and the synthesizer that plays it.</summary>
    /// <param name="nameOrPath">A built-in name or a manifest file.</param>
    /// <param name="soundFont">The user's SoundFont, or null for the usual places.</param>
    /// <param name="cancellationToken">Stops reading recordings.</param>
    /// <returns>The set; each call of its factory opens a synthesizer of its own.</returns>
    /// <exception cref="SensoriumException">There is no such set, its manifest or a recording is broken, or a component is missing.</exception>
    public static async Task<LoadedSoundSet> SoundSetAsync(string nameOrPath, string? soundFont, CancellationToken cancellationToken)
    {
        if (SoundSetFile.BuiltIn(nameOrPath) is { } builtIn)
        {
            string font = SoundFontLocator.Locate(soundFont, new SensoriumHome().Path);
            return new LoadedSoundSet(builtIn, options => new FluidSynthesizer(font, options));
        }

        SoundSet set = SoundSetFile.Parse(Read(nameOrPath, SoundSetFile.BuiltInIds, new LocalizedText("sound set", "소리 세트")), nameOrPath);
        string folder = Path.GetDirectoryName(Path.GetFullPath(nameOrPath)) ?? ".";
        return await UserSoundSet.LoadAsync(set, folder, soundFont, cancellationToken);
    }

    private static byte[] Read(string path, IReadOnlyList<string> builtIn, LocalizedText kind)
    {
        FileInfo file = new(path);
        if (!file.Exists)
        {
            string names = string.Join(", ", builtIn);
            throw new MalformedInputException(new LocalizedText(
                $"There is no {kind.English} {path}: name one of {names}, or give the path of a JSON file.",
                $"\"{path}\": 그런 {kind.Korean} 파일은 없습니다. {names} 가운데 하나를 쓰거나 JSON 파일의 경로를 주십시오."));
        }

        if (file.Length > MostBytes)
        {
            throw new LimitReachedException(new LocalizedText(
                $"{path} has {file.Length} bytes; a {kind.English} file takes at most {MostBytes}.",
                $"{path} 파일은 {file.Length}바이트입니다. {kind.Korean} 파일은 {MostBytes}바이트까지입니다."));
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MalformedInputException(
                new LocalizedText(
                    $"{path} cannot be read ({exception.Message}). Check its permissions.",
                    $"{path} 파일을 읽을 수 없습니다({exception.Message}). 권한을 확인하십시오."),
                exception);
        }
    }
}
