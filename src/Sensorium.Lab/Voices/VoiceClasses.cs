namespace Sensorium.Lab.Voices;

/// <summary>The emotions that voices are labelled with, and how they are counted.</summary>
public static class VoiceClasses
{
    /// <summary>RAVDESS' eight, as its table spells them; the model's outputs are in this order.</summary>
    public static IReadOnlyList<string> Eight { get; } = ["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"];

    /// <summary>Names of the eight.</summary>
    public static IReadOnlyList<LocalizedText> EightTitles { get; } =
    [
        new("neutral", "무표정"), new("calm", "차분함"), new("joy", "기쁨"), new("sadness", "슬픔"), new("anger", "분노"), new("fear", "두려움"), new("disgust", "혐오"), new("surprise", "놀람"),
    ];

    /// <summary>Names of the seven: calm counts as neutral.</summary>
    public static IReadOnlyList<LocalizedText> SevenTitles { get; } = [EightTitles[0], .. EightTitles.Skip(2)];

    /// <summary>Names of the four of the Korean clips.</summary>
    public static IReadOnlyList<LocalizedText> FourTitles { get; } = [EightTitles[0], .. EightTitles.Skip(2).Take(3)];

    /// <summary>The class of one of the eight among fewer.</summary>
    /// <param name="label">Place among the eight.</param>
    /// <param name="classes">8, 7 or 4.</param>
    /// <returns>Place among them.</returns>
    public static int Of(int label, int classes) => classes == 8 ? label : Math.Max(0, label - 1);

    /// <summary>The shares of eight emotions among fewer: neutral and calm together, those that are not asked for left out.</summary>
    /// <param name="shares">Eight shares.</param>
    /// <param name="classes">8, 7 or 4.</param>
    /// <returns>As many shares, together 1.</returns>
    public static double[] Shares(IReadOnlyList<double> shares, int classes)
    {
        double[] kept = new double[classes];
        for (int i = 0; i < shares.Count; i++)
        {
            int place = Of(i, classes);
            if (place < classes)
            {
                kept[place] += shares[i];
            }
        }

        double sum = kept.Sum();
        return [.. kept.Select(share => share / sum)];
    }
}
