using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sensorium.Expression;

/// <summary>Reads and writes the names of <typeparamref name="T"/> in camelCase.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
