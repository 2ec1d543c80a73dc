using System.Text.Json;

namespace Sensorium.Library;

/// <summary>Jobs as lines of JSON, for a queue that outlives a process.</summary>
public static class AnalysisJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Writes a job.</summary>
    /// <param name="job">The job.</param>
    /// <returns>One line.</returns>
    public static string Write(AnalysisJob job) => JsonSerializer.Serialize(job, Options);

    /// <summary>Reads a job.</summary>
    /// <param name="line">What <see cref="Write"/> gave.</param>
    /// <returns>The job.</returns>
    /// <exception cref="MalformedInputException">It is no job.</exception>
    public static AnalysisJob Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AnalysisJob>(line, Options) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw new MalformedInputException(
                new LocalizedText($"This is no job of analysis ({error.Message}). Give a line that AnalysisJson wrote.", $"분석 작업이 아닙니다({error.Message}). AnalysisJson이 쓴 줄을 주십시오."), error);
        }
    }
}
