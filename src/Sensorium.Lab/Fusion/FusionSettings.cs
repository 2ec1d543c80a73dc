namespace Sensorium.Lab.Fusion;

/// <summary>What the settings are called.</summary>
internal static class FusionSettings
{
    /// <summary>The id in JSON.</summary>
    public static string Id(FusionSetting setting) => setting switch
    {
        FusionSetting.Clean => "clean",
        FusionSetting.BlurredFace => "blurred-face",
        FusionSetting.NoisyVoice => "noisy-voice",
        _ => "silent-voice",
    };

    /// <summary>The name in reports.</summary>
    public static LocalizedText Name(FusionSetting setting) => setting switch
    {
        FusionSetting.Clean => new("both clean", "둘 다 온전"),
        FusionSetting.BlurredFace => new("face blurred to 12 pixels", "얼굴 12픽셀로 흐림"),
        FusionSetting.NoisyVoice => new("voice in noise at -5 dB", "목소리 -5 dB 잡음"),
        _ => new("voice silent", "목소리 무음"),
    };
}
