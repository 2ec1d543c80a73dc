namespace Sensorium.Imaging;

/// <summary>A colour name: one of the eleven basic terms (Berlin &amp; Kay 1969) with up to one modifier on each side.</summary>
/// <param name="Basic">The basic term in English: black, white, grey, red, orange, yellow, green, blue, purple, pink or brown.</param>
/// <param name="Text">The whole name with its modifiers, e.g. <c>dark greyish blue</c> / <c>어두운 회색빛 파랑</c>.</param>
public readonly record struct ColourName(string Basic, LocalizedText Text);
