namespace Sensorium;

/// <summary>The steps that a person is told of.</summary>
internal sealed class HearSteps(IProgress<WorkProgress>? progress)
{
    public static readonly WorkProgress Reading = new(new LocalizedText("Reading the picture", "그림을 읽는 중"), 0);
    public static readonly WorkProgress Finding = new(new LocalizedText("Finding its regions", "영역을 찾는 중"), .1);
    public static readonly WorkProgress Playing = new(new LocalizedText("Playing the instruments", "악기를 연주하는 중"), .25);
    public static readonly WorkProgress Writing = new(new LocalizedText("Writing the files", "파일을 쓰는 중"), .75);
    public static readonly WorkProgress Done = new(new LocalizedText("Done", "완료"), 1);

    /// <summary>Tells of a step.</summary>
    /// <param name="step">The step.</param>
    public void Report(WorkProgress step) => progress?.Report(step);
}
