using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sensorium.Expression;

/// <summary>How mappings and sound sets are read and written; unknown keys are errors, so that a typing slip is not passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    Converters = [typeof(LocalizedTextConverter), typeof(CamelCaseEnumConverter<ColourQuality>), typeof(CamelCaseEnumConverter<PlayStyle>)])]
[JsonSerializable(typeof(Mapping))]
[JsonSerializable(typeof(SoundSet))]
internal sealed partial class DataJsonContext : JsonSerializerContext;
