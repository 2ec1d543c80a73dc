namespace Sensorium.Lab.Scenes;

/// <summary>How one head is fitted.</summary>
/// <param name="Mix">How much each block counts.</param>
/// <param name="Noise">Variance that the pictures do not explain, in units of the kernel.</param>
/// <param name="ThemeShare">The part of it that a theme shares.</param>
internal sealed record SceneChoice(SceneMix Mix, double Noise, double ThemeShare);
