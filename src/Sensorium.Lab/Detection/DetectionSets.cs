namespace Sensorium.Lab.Detection;

/// <summary>The names of the sets.</summary>
internal static class DetectionSets
{
    /// <summary>Its short name in JSON.</summary>
    public static string Id(DetectionSetKind kind) => kind switch
    {
        DetectionSetKind.HeldOut => "oasis-held-out",
        DetectionSetKind.People => "oasis-people",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Its name.</summary>
    public static LocalizedText Title(DetectionSetKind kind) => kind switch
    {
        DetectionSetKind.Dlib => new("dlib, boxes by people", "dlib, 사람이 그린 상자"),
        DetectionSetKind.HeldOut => new("OASIS people, unseen themes", "OASIS 인물, 학습에 없던 주제"),
        DetectionSetKind.People => new("OASIS people, seen in training in part", "OASIS 인물, 일부는 학습에 쓰임"),
        DetectionSetKind.Photos => new("ordinary photographs", "일상 사진"),
        _ => new("FER+ faces put into scenes", "장면에 합성한 FER+ 얼굴"),
    };

    /// <summary>What a range of sizes is called.</summary>
    public static string Range(DetectionSizeScores sizes) => double.IsInfinity(sizes.To) ? $"≥ {sizes.From:0}" : $"{sizes.From:0}–{sizes.To:0}";
}
