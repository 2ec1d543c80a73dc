namespace Sensorium.Inference;

/// <summary>A model that lies in a folder of its own: <c>model.json</c> and the files that it names.</summary>
public sealed record ModelFolder
{
    /// <summary>The manifest's file name.</summary>
    public const string ManifestName = "model.json";

    private const int MostManifestBytes = 1 << 20;

    /// <summary>What the manifest says.</summary>
    public required ModelManifest Manifest { get; init; }

    /// <summary>The folder's full path.</summary>
    public required string Path { get; init; }

    /// <summary>Reads a folder's manifest; the model's files are not touched.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The model.</returns>
    /// <exception cref="MalformedInputException">The manifest is missing or broken; the text names every fault.</exception>
    /// <exception cref="LimitReachedException">The manifest is larger than 1 MiB.</exception>
    public static ModelFolder Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string path = System.IO.Path.GetFullPath(folder);
        string file = System.IO.Path.Combine(path, ManifestName);
        return new ModelFolder { Manifest = ManifestReader.Parse(Read(file), file), Path = path };
    }

    /// <summary>The full path of one of the model's files.</summary>
    /// <param name="relative">The path as the manifest spells it.</param>
    /// <returns>The path; the file may be missing.</returns>
    /// <exception cref="MalformedInputException">The manifest lists no such file.</exception>
    public string FilePath(string relative)
    {
        if (Manifest.Files.Any(file => file.Path == relative))
        {
            return System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, relative));
        }

        string list = string.Join(", ", Manifest.Files.Select(file => file.Path));
        throw new MalformedInputException(new LocalizedText(
            $"The model {Manifest.Name} has no file \"{relative}\"; its {ManifestName} lists {list}.",
            $"{Manifest.Name} 모델에는 \"{relative}\" 파일이 없습니다. {ManifestName}에 적힌 파일: {list}."));
    }

    /// <summary>Compares the files with the sizes and the SHA-256 that the manifest states.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>A result for each file, in the manifest's order.</returns>
    public IReadOnlyList<ModelFileCheck> Verify(CancellationToken cancellationToken = default) =>
        [.. Manifest.Files.Select(file => new ModelFileCheck(file, ModelVerification.Check(FilePath(file.Path), file, cancellationToken)))];

    private static byte[] Read(string path)
    {
        try
        {
            FileInfo file = new(path);
            return !file.Exists
                ? throw new MalformedInputException(new LocalizedText(
                    $"There is no {path}: a model is a folder with a {ManifestName} (docs/models.md).",
                    $"{path} 파일이 없습니다. 모델은 {ManifestName} 파일이 있는 폴더입니다(docs/models.md)."))
                : file.Length > MostManifestBytes
                    ? throw new LimitReachedException(new LocalizedText(
                        $"{path} has {file.Length} bytes; a {ManifestName} takes at most {MostManifestBytes}.",
                        $"{path} 파일은 {file.Length}바이트입니다. {ManifestName}은 {MostManifestBytes}바이트까지입니다."))
                    : File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MalformedInputException(
                new LocalizedText(
                    $"{path} cannot be read ({error.Message.TrimEnd('.')}); check its permissions.",
                    $"{path} 파일을 읽을 수 없습니다({error.Message.TrimEnd('.')}). 권한을 확인하십시오."),
                error);
        }
    }
}
