namespace Sensorium.Cli;

/// <summary>Words for <see cref="ComponentNeed"/>.</summary>
internal static class ComponentNeeds
{
    /// <summary>The need as docs/schemas/doctor.schema.json spells it.</summary>
    /// <param name="need">The need.</param>
    /// <returns>A code.</returns>
    public static string Code(this ComponentNeed need) => need switch
    {
        ComponentNeed.Always => "always",
        ComponentNeed.Sometimes => "sometimes",
        ComponentNeed.Build => "build",
        _ => "tests",
    };

    /// <summary>The need for a person.</summary>
    /// <param name="need">The need.</param>
    /// <returns>A few words.</returns>
    public static LocalizedText Words(this ComponentNeed need) => need switch
    {
        ComponentNeed.Always => new("required", "필수"),
        ComponentNeed.Sometimes => new("optional", "선택"),
        ComponentNeed.Build => new("only to build from source", "소스에서 빌드할 때만 필요"),
        _ => new("only for the tests", "테스트에만 필요"),
    };
}
