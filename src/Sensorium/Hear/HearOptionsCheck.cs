using Sensorium.Expression;

namespace Sensorium;

/// <summary>Checks options before any work is done.</summary>
internal static class HearOptionsCheck
{
    /// <summary>Throws one error that names everything that is wrong.</summary>
    /// <param name="options">The options.</param>
    /// <param name="mapping">The mapping, whose range stands in for an end that the options leave open.</param>
    /// <exception cref="MalformedInputException">Something is out of range.</exception>
    public static void Require(HearOptions options, Mapping mapping)
    {
        List<LocalizedText> faults = [.. Faults(options), .. PitchFaults(options, mapping.Point.Pitch, mapping.Scan.Pitch)];
        if (faults.Count > 0)
        {
            throw new MalformedInputException(new LocalizedText(
                string.Join(" ", faults.Select(fault => fault.English)),
                string.Join(" ", faults.Select(fault => fault.Korean))));
        }
    }

    private static IEnumerable<LocalizedText> Faults(HearOptions options)
    {
        string[] unknown = [.. options.Formats.Except(HearLimits.Formats)];
        if (unknown.Length > 0)
        {
            string known = string.Join(", ", HearLimits.Formats);
            yield return new(
                $"The format {string.Join(", ", unknown)} is not known; formats are {known}.",
                $"{string.Join(", ", unknown)} 형식은 알 수 없습니다. 쓸 수 있는 형식은 {known}입니다.");
        }

        if (options.SoundSets.Count is < 1 or > HearLimits.MostSoundSets)
        {
            yield return new(
                $"A page takes 1 to {HearLimits.MostSoundSets} sound sets, but {options.SoundSets.Count} came.",
                $"페이지에는 소리 세트를 1개에서 {HearLimits.MostSoundSets}개까지 담을 수 있는데 {options.SoundSets.Count}개가 왔습니다.");
        }

        if (options.Regions.ClusterCount is < HearLimits.LeastClusters or > HearLimits.MostClusters)
        {
            yield return new(
                $"The number of colours k takes {HearLimits.LeastClusters} to {HearLimits.MostClusters}, but {options.Regions.ClusterCount} came.",
                $"색의 수 k는 {HearLimits.LeastClusters}에서 {HearLimits.MostClusters}까지입니다. 받은 값은 {options.Regions.ClusterCount}입니다.");
        }
    }

    private static IEnumerable<LocalizedText> PitchFaults(HearOptions options, params IEnumerable<PitchMapping> modes)
    {
        // A mapping's own range was checked when the mapping was read.
        if (options.LowestHz is null && options.HighestHz is null)
        {
            yield break;
        }

        foreach (PitchMapping mode in modes)
        {
            double lowest = options.LowestHz ?? mode.LowestHz;
            double highest = options.HighestHz ?? mode.HighestHz;
            if (!PitchMapping.Allows(lowest, highest))
            {
                yield return new(
                    $"The pitch range takes a lowest pitch from {PitchMapping.LeastLowestHz} to {PitchMapping.MostLowestHz} Hz and a highest from {PitchMapping.LeastHighestHz} to {PitchMapping.MostHighestHz} Hz, an octave apart or more, but {lowest:0.#} to {highest:0.#} Hz came.",
                    $"음높이 범위는 가장 낮은 음 {PitchMapping.LeastLowestHz}~{PitchMapping.MostLowestHz} Hz, 가장 높은 음 {PitchMapping.LeastHighestHz}~{PitchMapping.MostHighestHz} Hz이고 한 옥타브 이상 벌어져야 하는데 {lowest:0.#}~{highest:0.#} Hz가 왔습니다.");
                yield break;
            }
        }
    }
}
