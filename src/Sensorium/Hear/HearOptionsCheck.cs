namespace Sensorium;

/// <summary>Checks options before any work is done.</summary>
internal static class HearOptionsCheck
{
    /// <summary>The file kinds that can be written.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["html", "json", "wav", "mp3", "ogg", "mid"];

    /// <summary>Throws one error that names everything that is wrong.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="MalformedInputException">Something is out of range.</exception>
    public static void Require(HearOptions options)
    {
        List<LocalizedText> faults = [.. Faults(options)];
        if (faults.Count > 0)
        {
            throw new MalformedInputException(new LocalizedText(
                string.Join(" ", faults.Select(fault => fault.English)),
                string.Join(" ", faults.Select(fault => fault.Korean))));
        }
    }

    private static IEnumerable<LocalizedText> Faults(HearOptions options)
    {
        string[] unknown = [.. options.Formats.Except(Formats)];
        if (unknown.Length > 0)
        {
            string known = string.Join(", ", Formats);
            yield return new(
                $"The format {string.Join(", ", unknown)} is not known; formats are {known}.",
                $"{string.Join(", ", unknown)} 형식은 알 수 없습니다. 쓸 수 있는 형식은 {known}입니다.");
        }

        if (options.SoundSets.Count is < 1 or > 4)
        {
            yield return new(
                $"A page takes one to four sound sets, but {options.SoundSets.Count} came.",
                $"페이지에는 소리 세트를 한 개에서 네 개까지 담을 수 있는데 {options.SoundSets.Count}개가 왔습니다.");
        }

        if (options.Regions.ClusterCount is < 2 or > 32)
        {
            yield return new(
                $"The number of colours k takes 2 to 32, but {options.Regions.ClusterCount} came.",
                $"색의 수 k는 2에서 32까지인데 {options.Regions.ClusterCount}이(가) 왔습니다.");
        }

        double lowest = options.LowestHz ?? 110;
        double highest = options.HighestHz ?? 880;
        if (!(lowest is >= 55 and <= 880 && highest is >= 220 and <= 3520 && highest >= 2 * lowest))
        {
            yield return new(
                $"The pitch range takes a lowest pitch from 55 to 880 Hz and a highest from 220 to 3520 Hz, an octave apart or more, but {lowest:0.#} to {highest:0.#} Hz came.",
                $"음높이 범위는 가장 낮은 음 55~880 Hz, 가장 높은 음 220~3520 Hz이고 한 옥타브 이상 벌어져야 하는데 {lowest:0.#}~{highest:0.#} Hz가 왔습니다.");
        }
    }
}
