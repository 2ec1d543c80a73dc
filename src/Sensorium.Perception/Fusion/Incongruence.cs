namespace Sensorium.Perception;

/// <summary>Two sources of one input that contradict each other, such as a glad face in a gloomy scene.</summary>
/// <param name="Axis">Where they contradict each other.</param>
/// <param name="Higher">The source that puts the input higher.</param>
/// <param name="Lower">The source that puts it lower.</param>
/// <param name="Sds">Their distance in standard deviations of the difference, over <see cref="Threshold"/>.</param>
public sealed record Incongruence(AffectAxis Axis, Percept Higher, Percept Lower, double Sds)
{
    /// <summary>
    /// From how many standard deviations on two sources contradict each other: 1.5, which two that agree pass once in seven or eight times
    /// by their own spread.
    /// </summary>
    public const double Threshold = 1.5;

    /// <summary>Whether words are as pleasant as the voice or the face that says them is not, or the other way round: as in irony, or in somebody who hides something.</summary>
    public bool IsIrony => Axis == AffectAxis.Valence && ((Says(Higher) && Shows(Lower)) || (Says(Lower) && Shows(Higher)));

    /// <summary>The contradiction in words and numbers, as evidence.</summary>
    public LocalizedText Sentence
    {
        get
        {
            LocalizedText more = Axis == AffectAxis.Valence ? new("more pleasant", "유쾌함이") : new("more excited", "들뜬 정도가");
            LocalizedText higher = SourceNames.Of(Higher.Source), lower = SourceNames.Of(Lower.Source);
            string most = Signed(On(Axis, Higher).Mean), least = Signed(On(Axis, Lower).Mean);
            string are = Says(Higher) ? "are" : "is";
            return new(
                $"a contradiction{(IsIrony ? ", as in irony" : string.Empty)}: the {higher.English} {are} {more.English} ({most}) than the {lower.English} ({least})",
                $"{(IsIrony ? "반어처럼 서로 어긋남" : "서로 어긋남")}: {more.Korean} {higher.Korean}에서 {most}, {lower.Korean}에서 {least}");
        }
    }

    /// <summary>The contradiction between any two of several percepts that is most worth telling: irony first, then the widest.</summary>
    /// <param name="percepts">The percepts.</param>
    /// <returns>The two and the axis; null where all agree.</returns>
    public static Incongruence? Of(IReadOnlyList<Percept> percepts)
    {
        ArgumentNullException.ThrowIfNull(percepts);
        Incongruence? widest = null;
        for (int i = 0; i < percepts.Count; i++)
        {
            for (int j = i + 1; j < percepts.Count; j++)
            {
                foreach (AffectAxis axis in (ReadOnlySpan<AffectAxis>)[AffectAxis.Valence, AffectAxis.Arousal])
                {
                    Incongruence pair = Between(axis, percepts[i], percepts[j]);
                    widest = pair.Sds > Threshold && (widest is null || (pair.IsIrony, pair.Sds).CompareTo((widest.IsIrony, widest.Sds)) > 0) ? pair : widest;
                }
            }
        }

        return widest;
    }

    private static Incongruence Between(AffectAxis axis, Percept first, Percept second)
    {
        Estimate a = On(axis, first), b = On(axis, second);
        double distance = Math.Abs(a.Mean - b.Mean);
        double spread = Math.Sqrt((a.Sd * a.Sd) + (b.Sd * b.Sd));
        double sds = distance == 0 ? 0 : distance / spread;
        return a.Mean >= b.Mean ? new(axis, first, second, sds) : new(axis, second, first, sds);
    }

    private static bool Says(Percept percept) => percept.Source == "text";

    private static bool Shows(Percept percept) => percept.Source is "voice" or "face";

    private static string Signed(double value) => value.ToString("+0.00;-0.00;0.00");

    private static Estimate On(AffectAxis axis, Percept percept) => axis == AffectAxis.Valence ? percept.Affect.Valence : percept.Affect.Arousal;
}
