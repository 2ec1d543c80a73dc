using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>Says in words and numbers what the colour model saw.</summary>
internal static class SceneEvidence
{
    private const int MostWords = 5;
    private const int FewestWords = 2;

    // Below this a feature is as in any photograph and not worth a word.
    private const double Remarkable = 0.5;

    /// <summary>The commonest colour, and what moved the result most.</summary>
    /// <param name="measures">What the model knows of each feature.</param>
    /// <param name="affect">The result, whose spread tells how much a move matters.</param>
    /// <param name="sight">The measurements.</param>
    /// <param name="regions">The picture's regions, for the colour's name; null where nobody looked for any.</param>
    /// <param name="faces">What the faces did; null where there are none.</param>
    /// <returns>Three to six sentences, most telling first.</returns>
    public static IReadOnlyList<LocalizedText> Of(IReadOnlyList<SceneMeasure> measures, Affect affect, SceneSight sight, RegionMap? regions, SceneFaceEffect? faces)
    {
        SceneFeatures features = sight.Features;
        List<(double Weight, LocalizedText Text)> found = [];
        foreach (SceneMeasure measure in measures)
        {
            double z = measure.Standardise(features);
            if (Describe(features, measure.Feature, z) is { } words)
            {
                double weight = WeightOf(measure.Valence * z, measure.Arousal * z, affect);
                found.Add((Math.Abs(z) >= Remarkable ? 1 + weight : Math.Abs(z) / 10, words));
            }
        }

        if (faces is not null)
        {
            found.Add((1 + WeightOf(faces.Valence, faces.Arousal, affect), faces.Text));
        }

        (double Weight, LocalizedText Text)[] ranked = [.. found.OrderByDescending(entry => entry.Weight)];
        int remarkable = ranked.Count(entry => entry.Weight >= 1);
        List<LocalizedText> evidence = [.. ranked.Take(Math.Clamp(remarkable, FewestWords, MostWords)).Select(entry => entry.Text)];
        evidence.Insert(Math.Min(1, evidence.Count), Say(regions is null ? sight.CommonestColour : CommonestOf(regions)));
        return evidence;
    }

    // Compared in the spread of each axis, so that neither of the two drowns the other.
    private static double WeightOf(double valence, double arousal, Affect affect) =>
        Math.Max(Math.Abs(valence) / affect.Valence.Sd, Math.Abs(arousal) / affect.Arousal.Sd);

    // Where the caller has cut the picture into regions, their names: what is said must not differ from what is listed.
    private static CommonColour CommonestOf(RegionMap regions)
    {
        Dictionary<LocalizedText, double> shares = [];
        foreach (Region region in regions.Regions)
        {
            if (region.ChildIds.Count == 0)
            {
                shares[region.Name.Text] = shares.GetValueOrDefault(region.Name.Text) + region.AreaShare;
            }
        }

        KeyValuePair<LocalizedText, double> most = shares.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.English, StringComparer.Ordinal).FirstOrDefault();
        return new(most.Key, Math.Min(most.Value, 1));
    }

    private static LocalizedText Say(CommonColour colour)
    {
        string percent = (100 * colour.Share).ToString("0");
        return new($"{percent} % {colour.Name.English}", $"{colour.Name.Korean} {percent} %");
    }

    private static LocalizedText? Describe(SceneFeatures features, SceneFeature feature, double z)
    {
        string value = features[feature].ToString("0.00");
        string percent = (100 * features[feature]).ToString("0");
        bool high = z > 0;
        return feature switch
        {
            SceneFeature.Lightness => high
                ? new($"bright (lightness {value}{Against(z)})", $"밝음: 밝기 {value}{AgainstKorean(z)}")
                : new($"dark (lightness {value}{Against(z)})", $"어두움: 밝기 {value}{AgainstKorean(z)}"),
            SceneFeature.Chroma => high
                ? new($"strong colours (chroma {value}{Against(z)})", $"짙은 색: 채도 {value}{AgainstKorean(z)}")
                : new($"weak colours (chroma {value}{Against(z)})", $"옅은 색: 채도 {value}{AgainstKorean(z)}"),
            SceneFeature.Contrast => high
                ? new($"high contrast (spread of lightness {value})", $"강한 명암 대비: 밝기 편차 {value}")
                : new($"low contrast (spread of lightness {value})", $"약한 명암 대비: 밝기 편차 {value}"),
            SceneFeature.GreyShare when high => new($"{percent} % nearly grey", $"무채색에 가까운 부분 {percent} %"),
            SceneFeature.LightShare when high => new($"{percent} % nearly white", $"흰색에 가까운 부분 {percent} %"),
            SceneFeature.SkyAbove when high => new($"much sky: sky blue over {percent} % of the upper third", $"넓은 하늘: 위쪽 3분의 1 가운데 하늘빛 {percent} %"),
            SceneFeature.Greenery when high => new($"greenery: {percent} % leaf green", $"초목: 풀빛 {percent} %"),
            SceneFeature.EdgeDensity => high
                ? new($"full of detail ({Magnitude(z)} sd more edges than an ordinary photograph)", $"세부가 많음: 윤곽이 보통 사진보다 {Magnitude(z)} 표준편차 많음")
                : new($"little detail ({Magnitude(z)} sd fewer edges than an ordinary photograph)", $"세부가 적음: 윤곽이 보통 사진보다 {Magnitude(z)} 표준편차 적음"),
            SceneFeature.CalmArea when high => new($"{percent} % calm, empty area", $"비어 있는 고요한 면 {percent} %"),
            SceneFeature.LightInMiddle when high => new($"light gathers in the middle (+{value})", $"가운데가 더 밝음: +{value}"),
            SceneFeature.MassContrast when high => new($"light and dark in large masses ({Magnitude(z)} sd above an ordinary photograph)", $"크게 나뉜 명암: 보통 사진보다 {Magnitude(z)} 표준편차 강함"),
            SceneFeature.MassContrast => new($"even light, no large dark or bright masses ({Magnitude(z)} sd below an ordinary photograph)", $"고른 빛, 큰 명암 덩어리가 없음: 보통 사진보다 {Magnitude(z)} 표준편차 약함"),
            SceneFeature.ColourMasses when high => new($"large patches of different colours ({Magnitude(z)} sd above an ordinary photograph)", $"서로 다른 색의 큰 면: 보통 사진보다 {Magnitude(z)} 표준편차 뚜렷함"),
            SceneFeature.Diagonals when high => new($"many diagonal edges ({percent} %)", $"비스듬한 윤곽이 많음: {percent} %"),
            SceneFeature.WarmCool => high
                ? new($"warm colours ({Magnitude(z)} sd warmer than an ordinary photograph)", $"따뜻한 색: 보통 사진보다 {Magnitude(z)} 표준편차 따뜻함")
                : new($"cool colours ({Magnitude(z)} sd cooler than an ordinary photograph)", $"차가운 색: 보통 사진보다 {Magnitude(z)} 표준편차 차가움"),
            SceneFeature.WaterBelow when high => new($"water, it seems: blue over {percent} % of the lower third", $"물로 보임: 아래쪽 3분의 1 가운데 푸른빛 {percent} %"),
            SceneFeature.FlameShare when high => new($"fire or sunset, it seems: {percent} % glowing orange", $"불이나 노을로 보임: 타는 듯한 주황빛 {percent} %"),
            SceneFeature.SkinShare when high => new($"skin or sand, it seems: {percent} % of that tone", $"살갗이나 모래로 보임: 그런 빛깔 {percent} %"),
            SceneFeature.DarkShare when high => new($"night or shadow: {percent} % nearly black", $"밤이나 그늘: 검정에 가까운 부분 {percent} %"),
            _ => null,
        };
    }

    private static string Magnitude(double z) => Math.Abs(z).ToString("0.0");

    private static string Against(double z) => $", {Magnitude(z)} sd {(z > 0 ? "above" : "below")} an ordinary photograph";

    private static string AgainstKorean(double z) => $", 보통 사진보다 {Magnitude(z)} 표준편차 {(z > 0 ? "높음" : "낮음")}";
}
