using Sensorium.Library;

namespace Sensorium.Cli;

/// <summary>What <c>library tag</c> says: a line for each file that changes or is left, and the counts.</summary>
internal static class TaggingWords
{
    /// <summary>Says what became of a file; one that is as it should be is passed over.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="shell">Where to speak.</param>
    public static void Write(TagOutcome outcome, TagRequest request, Shell shell)
    {
        string path = LibraryWords.Shown(outcome.Path);
        if (outcome.State == TagState.Failed)
        {
            shell.Warn(path, outcome.Reason!.Value);
        }

        if (!shell.IsTalking)
        {
            return;
        }

        if (outcome.State is TagState.Proposed or TagState.Written)
        {
            string english = string.Join(", ", outcome.Differences.Select(difference => Of(difference, "nothing", "was")));
            string korean = string.Join(", ", outcome.Differences.Select(difference => Of(difference, "없음", "전에는")));
            shell.WriteLine(new LocalizedText($"{path}: {english}.", $"{path}: {korean}."));
        }
        else if (outcome is { State: TagState.Left, Reason: { } reason })
        {
            shell.WriteLine(new LocalizedText($"{path}: {reason.English}", $"{path}: {reason.Korean}"));
        }

        if (outcome.Kept.Count > 0 && !request.Undoes)
        {
            string kept = string.Join(", ", outcome.Kept.Select(difference => $"{difference.Field} {difference.Before}"));
            string heard = string.Join(", ", outcome.Kept.Select(difference => difference.After));
            shell.WriteLine(new LocalizedText($"{path}: kept {kept} (heard: {heard}).", $"{path}: {kept} 그대로 둠(분석: {heard})."));
        }
    }

    /// <summary>Says how many files changed, or writes all as JSON.</summary>
    /// <param name="outcomes">What became of each file.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="shell">Where to speak.</param>
    public static void WriteEnd(IReadOnlyList<TagOutcome> outcomes, TagRequest request, Shell shell)
    {
        if (shell.IsJson)
        {
            shell.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", LibraryWords.Schema);
                LibraryJson.WriteTagging(json, request, outcomes, shell.Language);
                json.WriteEndObject();
            });
        }
        else if (shell.IsTalking)
        {
            int Count(TagState state) => outcomes.Count(outcome => outcome.State == state);
            int changed = Count(request.Writes ? TagState.Written : TagState.Proposed);
            shell.WriteLine(new LocalizedText(
                $"Files: {outcomes.Count:N0}; {(request.Writes ? "changed" : "would change")} {changed:N0}, as they should be {Count(TagState.Same):N0}, left {Count(TagState.Left):N0}, failed {Count(TagState.Failed):N0}.",
                $"파일 {outcomes.Count:N0}개: {(request.Writes ? "바꿈" : "바뀔 파일")} {changed:N0}, 그대로 맞음 {Count(TagState.Same):N0}, 남겨 둠 {Count(TagState.Left):N0}, 실패 {Count(TagState.Failed):N0}."));
            if (!request.Writes && changed > 0)
            {
                shell.WriteLine(new LocalizedText("Nothing was written; --write does it.", "아무것도 쓰지 않았습니다. 쓰려면 --write를 주십시오."));
            }
        }
    }

    private static string Of(TagDifference difference, string nothing, string was) =>
        $"{difference.Field} {difference.After ?? nothing}{(difference.Before is { } before ? $" ({was} {before})" : string.Empty)}";
}
