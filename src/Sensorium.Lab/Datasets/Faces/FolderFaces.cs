namespace Sensorium.Lab.Datasets;

/// <summary>One folder of pictures for each emotion, named after it in English or Korean; folders within are part of it.</summary>
internal sealed class FolderFaces : PictureFaces
{
    private readonly string _folder;

    /// <summary>Names the folder.</summary>
    /// <param name="folder">The data set.</param>
    /// <param name="split">The folder in it that holds the emotions' folders; null where it holds them itself.</param>
    public FolderFaces(string folder, string? split)
        : base(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), FaceLayout.Folders, split) =>
        _folder = split is null ? folder : Path.Combine(folder, split);

    /// <summary>Whether a folder holds at least two folders that are named after different emotions.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>True where it does.</returns>
    public static bool Fits(string folder) => FolderListing.Folders(folder).Select(sub => EmotionWords.Find(Path.GetFileName(sub))).OfType<Emotion>().Distinct().Count() >= 2;

    /// <inheritdoc/>
    protected override IEnumerable<LabelledFile> Files(Action<DatasetFault> onFault)
    {
        foreach (string folder in FolderListing.Folders(_folder))
        {
            string word = Path.GetFileName(folder);
            string[] files = FolderListing.Files(folder, isDeep: true);
            if (EmotionWords.Find(word) is not { } emotion)
            {
                onFault(new(word, new(
                    $"the folder's name is no emotion that is known here; its {files.Length} files are left out",
                    $"폴더 이름이 알 수 있는 감정이 아니므로 그 안의 파일 {files.Length}개를 뺐습니다")));
                continue;
            }

            foreach (string file in files)
            {
                yield return new(Path.GetRelativePath(_folder, file).Replace('\\', '/'), file, emotion);
            }
        }
    }
}
