using Sensorium.Media;

namespace Sensorium;

/// <summary>An input with what is known of it before it is felt.</summary>
/// <param name="Input">The input.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Path">The file; null for words and for what is read from memory.</param>
/// <param name="Tracks">What a container holds.</param>
/// <param name="Length">Size in bytes.</param>
internal sealed record SenseMaterial(FeelInput Input, MediaKind Kind, string? Path, MediaTracks Tracks, long Length);
