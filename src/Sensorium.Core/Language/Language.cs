namespace Sensorium;

/// <summary>A language that every sentence meant for a person exists in.</summary>
public enum Language
{
    /// <summary>English, the default.</summary>
    English,

    /// <summary>Korean.</summary>
    Korean,
}
