using System.Globalization;
using Sensorium.Library;

namespace Sensorium.Cli;

/// <summary>Reads the values of <c>match</c>'s options and gathers every fault instead of stopping at the first.</summary>
/// <param name="errors">The faults known so far.</param>
internal sealed class MatchValues(List<LocalizedText> errors)
{
    /// <summary>Adds a fault.</summary>
    /// <param name="english">The sentence in English.</param>
    /// <param name="korean">The sentence in Korean.</param>
    public void Add(string english, string korean) => errors.Add(new(english, korean));

    /// <summary>Throws when anything is unfit.</summary>
    /// <exception cref="InvalidCommandLineException">There is a fault.</exception>
    public void ThrowIfAny() => InvalidCommandLineException.ThrowIfAny(errors);

    /// <summary>A number in a range.</summary>
    /// <param name="option">The option.</param>
    /// <param name="values">What came.</param>
    /// <param name="least">Least.</param>
    /// <param name="most">Most.</param>
    /// <param name="usual">For nothing.</param>
    /// <returns>The number.</returns>
    public double Number(string option, IReadOnlyList<string> values, double least, double most, double usual)
    {
        if (values is not [string value])
        {
            return usual;
        }

        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most)
        {
            return number;
        }

        Add($"{option} takes a number from {Shown(least)} to {Shown(most)}, but \"{value}\" came.", $"{option}에는 {Shown(least)}에서 {Shown(most)}까지의 수를 씁니다. 받은 값은 \"{value}\"입니다.");
        return usual;
    }

    /// <summary>A whole number in a range.</summary>
    /// <param name="option">The option.</param>
    /// <param name="values">What came.</param>
    /// <param name="least">Least.</param>
    /// <param name="most">Most.</param>
    /// <param name="usual">For nothing.</param>
    /// <returns>The number.</returns>
    public int Whole(string option, IReadOnlyList<string> values, int least, int most, int usual)
    {
        if (values is not [string value])
        {
            return usual;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        Add($"{option} takes a whole number from {least} to {most}, but \"{value}\" came.", $"{option}에는 {least}에서 {most}까지의 정수를 씁니다. 받은 값은 \"{value}\"입니다.");
        return usual;
    }

    /// <summary>Years: one, or two with a hyphen; either end may be left out.</summary>
    /// <param name="values">What came.</param>
    /// <returns>First and last; nulls for nothing.</returns>
    public (int? From, int? To) Years(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return default;
        }

        if (TryRange(value, TryYear, out (int? From, int? To) years))
        {
            return years;
        }

        Add($"--year takes a year or a range, e.g. 1990-1999 or 2010-, but \"{value}\" came.", $"--year에는 연도나 범위를 씁니다. 예: 1990-1999, 2010-. 받은 값은 \"{value}\"입니다.");
        return default;
    }

    /// <summary>Lengths as minutes:seconds.</summary>
    /// <param name="values">What came.</param>
    /// <returns>Shortest and longest; nulls for nothing.</returns>
    public (TimeSpan? From, TimeSpan? To) Lengths(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return default;
        }

        if (value.Contains('-', StringComparison.Ordinal) && TryRange(value, TryLength, out (TimeSpan? From, TimeSpan? To) lengths))
        {
            return lengths;
        }

        Add($"--length takes a range of minutes and seconds, e.g. 2:00-5:00 or -4:00, but \"{value}\" came.", $"--length에는 분:초의 범위를 씁니다. 예: 2:00-5:00, -4:00. 받은 값은 \"{value}\"입니다.");
        return default;
    }

    /// <summary>A place on the plane.</summary>
    /// <param name="option">The option.</param>
    /// <param name="value">What came; null for nothing.</param>
    /// <param name="isNamed">Whether <c>calm</c> and <c>bright</c> are places, too.</param>
    /// <returns>The place; null for nothing.</returns>
    public PlanePoint? Place(string option, string? value, bool isNamed = false)
    {
        if (value is null)
        {
            return null;
        }

        if (isNamed && value.ToLowerInvariant() is "calm" or "bright")
        {
            return value.StartsWith('c') || value.StartsWith('C') ? JourneyPath.Calm : JourneyPath.Bright;
        }

        string[] parts = value.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && TryAxis(parts[0], out double valence) && TryAxis(parts[1], out double arousal))
        {
            return new PlanePoint(valence, arousal);
        }

        Add(
            $"{option} takes {(isNamed ? "calm, bright or " : string.Empty)}valence and arousal from -1 to 1, e.g. 0.4,-0.5, but \"{value}\" came.",
            $"{option}에는 {(isNamed ? "calm, bright 또는 " : string.Empty)}정서가와 각성도(-1~1)를 씁니다. 예: 0.4,-0.5. 받은 값은 \"{value}\"입니다.");
        return null;
    }

    /// <summary>The kind of journey.</summary>
    /// <param name="values">What came.</param>
    /// <returns>The kind; null for nothing.</returns>
    public JourneyKind? Journey(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return null;
        }

        if (Enum.TryParse(value, ignoreCase: true, out JourneyKind kind) && value.All(char.IsLetter))
        {
            return kind;
        }

        Add($"--journey takes follow, iso, compensatory or custom, but \"{value}\" came.", $"--journey에는 follow, iso, compensatory, custom을 쓸 수 있습니다. 받은 값은 \"{value}\"입니다.");
        return null;
    }

    private delegate bool TryParse<T>(string text, out T value);

    private static bool TryRange<T>(string value, TryParse<T> tryParse, out (T? From, T? To) range)
        where T : struct, IComparable<T>
    {
        range = default;
        string[] ends = value.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || ends.All(end => end.Length == 0))
        {
            return false;
        }

        T? from = null, to = null;
        foreach ((int i, string end) in ends.Index())
        {
            if (end.Length == 0)
            {
                continue;
            }

            if (!tryParse(end, out T parsed))
            {
                return false;
            }

            from = i == 0 ? parsed : from;
            to = i == ends.Length - 1 ? parsed : to;
        }

        range = (from, to);
        return from is not { } low || to is not { } high || low.CompareTo(high) <= 0;
    }

    private static bool TryYear(string text, out int year) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1000 and <= 9999;

    private static bool TryLength(string text, out TimeSpan length)
    {
        string[] parts = text.Split(':');
        bool ok = parts.Length is 1 or 2 && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit) && part.Length < 5);
        length = ok ? TimeSpan.FromMinutes(int.Parse(parts[0], CultureInfo.InvariantCulture)) + TimeSpan.FromSeconds(parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) : default;
        return ok;
    }

    private static bool TryAxis(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value is >= -1 and <= 1;

    private static string Shown(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
