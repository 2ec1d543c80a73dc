using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>
/// The feeling of a scene from its colour and composition alone, <c>scene-colour@1</c>: it knows nothing of what is shown.
/// </summary>
/// <remarks>
/// Valence and arousal are tanh of a weighted sum of standardised measurements: lightness and chroma after Valdez and Mehrabian,
/// "Effects of color on emotions" (J. Exp. Psych. General 1994), which needs z-scores rather than raw HSV; hue priors after Jonauskaite
/// et al. 2020; contrast, colourfulness after Hasler and Suesstrunk 2003; light, masses, edges and greenery. The weights are a ridge around
/// the published ones, fitted on OASIS (Kurdi, Lozano and Banaji, Behavior Research Methods 2017); docs/models/scene-colour.md states how well
/// they do: r about .28 for valence and .35 for arousal on themes they have not seen, so the stated spread is wide.
/// Warmth is tanh of the mean warm-cool value of Ou, Luo, Woodcock and Wright, "A study of colour emotion and colour preference, part I"
/// (Color Research and Application 2004): oranges and reds are warm, blues and greens cool, and more so with more chroma.
/// The same picture gives the same percept on any number of threads; a mirrored picture feels the same.
/// </remarks>
public sealed class ColourSceneModel : ISceneModel
{
    /// <inheritdoc/>
    public string Model => "scene-colour@1";

    /// <inheritdoc/>
    public Percept Perceive(Picture picture, RegionMap regions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(regions);
        SceneFeatures features = SceneFeatures.Measure(picture, cancellationToken);
        return new Percept
        {
            Affect = Feel(features),
            Evidence = SceneEvidence.Of(features, regions),
            Source = "scene",
            Model = Model,
        };
    }

    /// <summary>Valence, arousal and warmth of measured features.</summary>
    /// <param name="features">The measurements.</param>
    /// <returns>The place on the plane.</returns>
    internal static Affect Feel(SceneFeatures features)
    {
        double valence = ColourSceneTable.ValenceIntercept;
        double arousal = ColourSceneTable.ArousalIntercept;
        foreach (ColourSceneRow row in ColourSceneTable.Rows)
        {
            double z = Standardise(features, row);
            valence += row.Valence * z;
            arousal += row.Arousal * z;
        }

        ColourSceneRow warmCool = ColourSceneTable.Rows[(int)SceneFeature.WarmCool];
        return new Affect
        {
            Valence = new Estimate(Math.Tanh(valence), ColourSceneTable.ValenceSd),
            Arousal = new Estimate(Math.Tanh(arousal), ColourSceneTable.ArousalSd),
            Warmth = Math.Tanh((features[SceneFeature.WarmCool] - warmCool.Mean) / (2 * warmCool.Sd)),
        };
    }

    /// <summary>How far a feature lies from an ordinary photograph.</summary>
    /// <param name="features">The measurements.</param>
    /// <param name="row">The feature's row.</param>
    /// <returns>Standard deviations, cut off at <see cref="ColourSceneTable.Clip"/>.</returns>
    internal static double Standardise(SceneFeatures features, ColourSceneRow row) =>
        Math.Clamp((features[row.Feature] - row.Mean) / row.Sd, -ColourSceneTable.Clip, ColourSceneTable.Clip);
}
