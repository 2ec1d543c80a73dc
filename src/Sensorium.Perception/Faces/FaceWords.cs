namespace Sensorium.Perception;

/// <summary>Says what faces show, in words and numbers.</summary>
internal static class FaceWords
{
    // An emotion beside the strongest is worth a word from this share on.
    private const double Beside = 0.15;

    // As in Percept.IsUnsure: below it no emotion is called by its name.
    private const double Unclear = 0.35;

    // Faces that lie further apart than one face is uncertain differ.
    private const double Apart = 2 * Circumplex.SpreadWithin;

    private static readonly string[] English = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Korean = ["없음", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];

    /// <summary>The evidence for one face.</summary>
    /// <param name="face">Where it is.</param>
    /// <param name="emotions">What it expresses.</param>
    /// <param name="clarity">How well it can be seen.</param>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="height">The picture's height in pixels.</param>
    /// <returns>One to three sentences.</returns>
    public static IReadOnlyList<LocalizedText> OfFace(DetectedFace face, EmotionScores emotions, FaceClarity clarity, int width, int height)
    {
        LocalizedText look = Look(emotions);
        LocalizedText place = Place(face.Box, width, height);
        LocalizedText core = Named(emotions, emotions.Core);
        List<LocalizedText> evidence = [new($"{look.English}, {place.English}; {core.English}", $"{look.Korean}, {place.Korean}; {core.Korean}")];
        foreach (Emotion emotion in Enum.GetValues<Emotion>().Where(emotion => emotion != emotions.Core && emotions[emotion] >= Beside).OrderByDescending(emotion => emotions[emotion]))
        {
            LocalizedText other = Named(emotions, emotion);
            evidence.Add(new($"also {other.English}", $"그다음 {other.Korean}"));
        }

        if (clarity.IsSmall)
        {
            evidence.Add(new($"read from only {clarity.Height:0} pixels of height, so less certain", $"세로 {clarity.Height:0}픽셀로만 읽어서 덜 확실함"));
        }

        if (clarity.IsBlurred)
        {
            evidence.Add(new("blurred, so less certain", "흐려서 덜 확실함"));
        }

        return evidence;
    }

    /// <summary>The evidence for several faces together.</summary>
    /// <param name="faces">The faces that were read, two at least.</param>
    /// <param name="emotions">What they express together.</param>
    /// <param name="found">How many were found.</param>
    /// <returns>Two to four sentences.</returns>
    public static IReadOnlyList<LocalizedText> OfGroup(IReadOnlyList<FacePercept> faces, EmotionScores emotions, int found)
    {
        LocalizedText core = Named(emotions, emotions.Core);
        List<LocalizedText> evidence = [Count(faces), new($"together {core.English}", $"모두 합치면 {core.Korean}")];
        double[] valences = [.. faces.Select(face => face.Percept.Affect.Valence.Mean)];
        double[] arousals = [.. faces.Select(face => face.Percept.Affect.Arousal.Mean)];
        if (valences.Max() - valences.Min() > Apart || arousals.Max() - arousals.Min() > Apart)
        {
            evidence.Add(new(
                $"the faces differ: valence {valences.Min():0.00} to {valences.Max():0.00}, arousal {arousals.Min():0.00} to {arousals.Max():0.00}",
                $"얼굴마다 다름: 정서가 {valences.Min():0.00}~{valences.Max():0.00}, 각성도 {arousals.Min():0.00}~{arousals.Max():0.00}"));
        }

        if (found > faces.Count)
        {
            evidence.Add(new($"{found} faces were found and the {faces.Count} largest read", $"얼굴 {found}개를 찾아 큰 것부터 {faces.Count}개를 읽음"));
        }

        return evidence;
    }

    private static LocalizedText Count(IReadOnlyList<FacePercept> faces)
    {
        // In the order of how many, then of the emotions; a face that is hard to read is counted apart.
        (int Key, int Count)[] kinds = [.. faces
            .GroupBy(face => IsClear(face.Percept.Emotions) ? (int)face.Percept.Emotions.Core : EmotionScores.Count)
            .Select(group => (group.Key, Count: group.Count()))
            .OrderByDescending(kind => kind.Count)
            .ThenBy(kind => kind.Key)];
        LocalizedText all = Number(faces.Count);
        if (kinds.Length == 1)
        {
            LocalizedText word = Adjective(kinds[0].Key);
            return new($"{all.English} faces, {(faces.Count == 2 ? "both" : "all")} {word.English}", $"얼굴 {all.Korean}, 모두 {word.Korean}");
        }

        string english = string.Join(", ", kinds.Select(kind => $"{Number(kind.Count).English} {Adjective(kind.Key).English}"));
        string korean = string.Join(", ", kinds.Select(kind => $"{Adjective(kind.Key).Korean} {Number(kind.Count).Korean}"));
        return new($"{all.English} faces: {english}", $"얼굴 {all.Korean}: {korean}");
    }

    private static bool IsClear(EmotionScores emotions) => emotions[emotions.Core] > Unclear;

    private static LocalizedText Number(int count) => count < English.Length ? new(English[count], Korean[count]) : new($"{count}", $"{count}개");

    private static LocalizedText Look(EmotionScores emotions) => !IsClear(emotions)
        ? new("face that is hard to read", "읽기 어려운 얼굴")
        : emotions.Core switch
        {
            Emotion.Joy => new("smiling face", "웃는 얼굴"),
            Emotion.Sadness => new("sad face", "슬픈 얼굴"),
            Emotion.Anger => new("angry face", "화난 얼굴"),
            Emotion.Surprise => new("surprised face", "놀란 얼굴"),
            Emotion.Fear => new("frightened face", "겁먹은 얼굴"),
            Emotion.Contempt => new("scornful face", "얕보는 얼굴"),
            Emotion.Disgust => new("disgusted face", "역겨워하는 얼굴"),
            _ => new("face without a marked expression", "무표정한 얼굴"),
        };

    private static LocalizedText Adjective(int kind) => kind switch
    {
        (int)Emotion.Joy => new("joyful", "기쁨"),
        (int)Emotion.Sadness => new("sad", "슬픔"),
        (int)Emotion.Anger => new("angry", "분노"),
        (int)Emotion.Surprise => new("surprised", "놀람"),
        (int)Emotion.Fear => new("frightened", "두려움"),
        (int)Emotion.Contempt => new("scornful", "경멸"),
        (int)Emotion.Disgust => new("disgusted", "혐오"),
        (int)Emotion.Neutral => new("neutral", "무표정"),
        _ => new("hard to read", "읽기 어려움"),
    };

    private static LocalizedText Named(EmotionScores emotions, Emotion emotion)
    {
        string share = $"{100 * emotions[emotion]:0} %";
        string english = emotion.ToString().ToLowerInvariant();
        return new($"{english} {share}", $"{Adjective((int)emotion).Korean} {share}");
    }

    private static LocalizedText Place(FaceBox box, int width, int height)
    {
        FaceBox inside = box.Within(width, height);
        double share = 100 * inside.Area / ((double)width * height);
        if (share >= 99.5)
        {
            return new("the whole picture", "사진 전체");
        }

        string percent = share < 1 ? "under 1 %" : $"{share:0} %";
        string koreanPercent = share < 1 ? "1 % 미만" : $"{share:0} %";
        LocalizedText side = ((inside.X + (inside.Width / 2)) / width) switch
        {
            < 1 / 3.0 => new("on the left", "왼쪽"),
            > 2 / 3.0 => new("on the right", "오른쪽"),
            _ => new("in the middle", "가운데"),
        };
        return new($"{percent} of the picture, {side.English}", $"사진의 {koreanPercent}, {side.Korean}");
    }
}
