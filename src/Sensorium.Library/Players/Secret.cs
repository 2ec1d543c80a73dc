using System.Text;

namespace Sensorium.Library;

/// <summary>Passwords from the environment or from a file that only their owner should be able to read.</summary>
internal static class Secret
{
    private const int MostBytes = 4096;

    /// <summary>Reads a password.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <param name="name">The variable; <paramref name="name"/> + <c>_FILE</c> names a file instead, whose first line counts.</param>
    /// <returns>The password; null where neither is set.</returns>
    /// <exception cref="MalformedInputException">The file cannot be read, is empty or too large.</exception>
    public static string? Read(Func<string, string?> variable, string name)
    {
        if (variable(name) is { Length: > 0 } given)
        {
            return given;
        }

        if (variable(name + "_FILE") is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            var info = new FileInfo(path);
            string line = info.Length <= MostBytes ? File.ReadAllText(path, Encoding.UTF8).Split('\n')[0].TrimEnd('\r') : string.Empty;
            return line.Length > 0 ? line : throw Unusable(path, name, "no line, or too long", null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, name, error.Message.TrimEnd('.'), error);
        }
    }

    private static MalformedInputException Unusable(string path, string name, string detail, Exception? error) => new(
        new LocalizedText(
            $"The password file '{path}' that {name}_FILE names cannot be used ({detail}); write the password into its first line.",
            $"{name}_FILE에 지정한 비밀번호 파일 '{path}'을(를) 쓸 수 없습니다({detail}). 첫 줄에 비밀번호를 적으십시오."),
        error);
}
