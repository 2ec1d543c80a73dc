using Sensorium.Inference;

namespace Sensorium.Cli;

/// <summary>Words about models.</summary>
internal static class ModelWords
{
    /// <summary>Whether commercial use is allowed.</summary>
    /// <param name="licence">The licence.</param>
    /// <returns>A few words.</returns>
    public static LocalizedText Commercial(ModelLicence licence) => licence.Commercial
        ? new("commercial use allowed", "상업적 이용 가능")
        : new("not for commercial use", "상업적 이용 불가");

    /// <summary>A size for people.</summary>
    /// <param name="bytes">The size.</param>
    /// <returns>E.g. <c>3.2 MB</c> (of 1,000,000 bytes).</returns>
    public static string Size(long bytes) => bytes < 100_000 ? $"{bytes / 1e3:F1} kB" : bytes < 1_000_000_000 ? $"{bytes / 1e6:F1} MB" : $"{bytes / 1e9:F1} GB";

    /// <summary>How a file compares with its manifest.</summary>
    /// <param name="state">The result.</param>
    /// <returns>The end of a sentence.</returns>
    public static LocalizedText State(ModelFileState state) => state switch
    {
        ModelFileState.Sound => new("sound", "이상 없음"),
        ModelFileState.Missing => new("missing", "파일 없음"),
        ModelFileState.Unreadable => new("cannot be read", "읽을 수 없음"),
        ModelFileState.WrongSize => new("has the wrong size", "크기가 다름"),
        _ => new("has another content than stated (SHA-256)", "내용이 다름(SHA-256)"),
    };

    /// <summary>The state as docs/schemas/models.schema.json spells it.</summary>
    /// <param name="state">The result.</param>
    /// <returns>A code.</returns>
    public static string Code(ModelFileState state) => state switch
    {
        ModelFileState.Sound => "sound",
        ModelFileState.Missing => "missing",
        ModelFileState.Unreadable => "unreadable",
        ModelFileState.WrongSize => "wrong-size",
        _ => "wrong-content",
    };
}
