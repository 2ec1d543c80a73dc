namespace Sensorium.Lab.Datasets;

/// <summary>The sentences for data that cannot be evaluated at all.</summary>
internal static class DatasetErrors
{
    /// <summary>There is nothing at the path.</summary>
    public static MalformedInputException Missing(string path) => new(new LocalizedText(
        $"There is no file or folder '{path}'; check the path of DATA.",
        $"'{path}' 파일이나 폴더가 없습니다. DATA의 경로를 확인하십시오."));

    /// <summary>No layout fits.</summary>
    public static UnsupportedInputException UnknownLayout(string path, string layouts) => new(new LocalizedText(
        $"'{path}' has no layout that is known here ({layouts}); docs/evaluate.md describes each. Give another folder, or name the layout with --layout.",
        $"'{path}'의 구성을 알 수 없습니다. 알 수 있는 구성은 {layouts}이며 docs/evaluate.md에 설명이 있습니다. 다른 폴더를 지정하거나 --layout으로 구성을 정하십시오."));

    /// <summary>The layout that was asked for does not fit.</summary>
    public static MalformedInputException NotThisLayout(string path, string layout, LocalizedText wanted) => new(new LocalizedText(
        $"'{path}' was to be read as {layout}, but {wanted.English}. docs/evaluate.md describes the layouts.",
        $"'{path}' 경로를 {layout} 구성으로 읽으려 했으나 {wanted.Korean}. 구성은 docs/evaluate.md에 설명되어 있습니다."));

    /// <summary>There is no such split.</summary>
    public static MalformedInputException NoSplit(string path, string split, IEnumerable<string> known) => new(new LocalizedText(
        $"'{path}' has no split '{split}'; it has: {string.Join(", ", known)}. Choose one with --split.",
        $"'{path}'에는 '{split}' 분할이 없습니다. 있는 분할: {string.Join(", ", known)}. --split으로 하나를 고르십시오."));

    /// <summary>Everything was left out.</summary>
    public static MalformedInputException Nothing(string path, IReadOnlyList<DatasetFault> faults)
    {
        LocalizedText first = faults.Count == 0
            ? new LocalizedText("it holds none", "하나도 없습니다")
            : new LocalizedText($"{faults.Count} were left out, the first one, {faults[0].Name}, because: {faults[0].Reason.English}", $"{faults.Count}개를 뺐으며, 그 첫째인 {faults[0].Name}의 이유는 다음과 같습니다. {faults[0].Reason.Korean}");
        return new(new LocalizedText(
            $"'{path}' gave not one usable item: {first.English.TrimEnd('.')}. Check the data.",
            $"'{path}'에서 쓸 수 있는 항목이 없습니다. {first.Korean.TrimEnd('.')}. 데이터를 확인하십시오."));
    }

    /// <summary>A table lacks a column.</summary>
    public static MalformedInputException NoColumn(string path, string wanted, IEnumerable<string> found) => new(new LocalizedText(
        $"'{path}' has no column {wanted}; its columns are: {string.Join(", ", found)}. Rename one.",
        $"'{path}'에 {wanted} 열이 없습니다. 있는 열: {string.Join(", ", found)}. 열의 이름을 바꾸십시오."));
}
