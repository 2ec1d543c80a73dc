using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>The argument that names a model.</summary>
internal static class ModelArgument
{
    /// <summary>Makes it.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="isNeeded">Whether it must be given.</param>
    /// <returns>The argument.</returns>
    public static Argument<string?> Create(Language language, bool isNeeded) => new("MODEL")
    {
        Description = new LocalizedText(
            $"An id or id@version as 'sensorium models' lists it.{(isNeeded ? string.Empty : " Default: all.")}",
            $"'sensorium models'에 나오는 id 또는 id@version.{(isNeeded ? string.Empty : " 기본값은 전체입니다.")}").In(language),
        // The command itself says what is missing, in both languages.
        Arity = ArgumentArity.ZeroOrOne,
    };
}
