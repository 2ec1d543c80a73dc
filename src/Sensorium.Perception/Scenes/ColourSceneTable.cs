namespace Sensorium.Perception;

/// <summary>
/// The numbers of <c>scene-colour@1</c>: means and standard deviations over the 615 photographs of OASIS (Kurdi, Lozano and Banaji,
/// Behavior Research Methods 2017), and the weights fitted on its ratings. Written by <c>training/scene_colour.py</c>; do not edit by hand.
/// </summary>
internal static class ColourSceneTable
{
    /// <summary>What a picture gets that is ordinary in everything, before tanh.</summary>
    public const double ValenceIntercept = 0.1868;

    /// <summary>Standard deviation to state, calibrated out of fold: 80 % of ratings lie within 1.2816 of it.</summary>
    public const double ValenceSd = 0.3568;

    /// <summary>What a picture gets that is ordinary in everything, before tanh.</summary>
    public const double ArousalIntercept = -0.1700;

    /// <summary>Standard deviation to state, calibrated out of fold: 80 % of ratings lie within 1.2816 of it.</summary>
    public const double ArousalSd = 0.2669;

    /// <summary>Standardised features are cut off here.</summary>
    public const double Clip = 2.5;

    /// <summary>One row for each feature, in the order of <see cref="SceneFeature"/>: mean, standard deviation, weights.</summary>
    public static readonly ColourSceneRow[] Rows =
    [
        new(SceneFeature.Lightness, 0.5412, 0.1317, 0.0401, -0.0427),
        new(SceneFeature.Chroma, 0.0435, 0.0296, 0.0312, 0.0694),
        new(SceneFeature.Contrast, 0.1918, 0.0536, 0.0165, 0.0016),
        new(SceneFeature.LightShare, 0.0651, 0.1184, 0.0346, 0.0003),
        new(SceneFeature.GreyShare, 0.4949, 0.3063, -0.0148, -0.0034),
        new(SceneFeature.Colourfulness, 40.2892, 25.4238, 0.0230, -0.0044),
        new(SceneFeature.HuePrior, 0.1404, 0.1069, 0.0194, 0.0156),
        new(SceneFeature.WarmCool, -0.3356, 0.3400, 0.0097, -0.0175),
        new(SceneFeature.SkyAbove, 0.0942, 0.2199, 0.0054, 0.0206),
        new(SceneFeature.Greenery, 0.0585, 0.1336, 0.0284, -0.0142),
        new(SceneFeature.BrownShare, 0.1145, 0.1554, 0.0060, -0.0178),
        new(SceneFeature.EdgeDensity, 0.0368, 0.0172, -0.0047, -0.0221),
        new(SceneFeature.CalmArea, 0.1316, 0.1647, -0.0082, -0.0195),
        new(SceneFeature.LightFromAbove, 0.0639, 0.1725, -0.0373, -0.0009),
        new(SceneFeature.LightInMiddle, 0.0115, 0.0860, 0.0446, -0.0210),
        new(SceneFeature.RimContrast, 0.1720, 0.0635, -0.0382, -0.0132),
        new(SceneFeature.MassContrast, -2.0210, 0.4433, 0.0170, 0.0519),
        new(SceneFeature.BroadShare, 0.6990, 0.1475, 0.0061, 0.0504),
        new(SceneFeature.ColourMasses, 0.0275, 0.0173, 0.0446, 0.0064),
        new(SceneFeature.Diagonals, 0.2618, 0.0587, -0.0052, 0.0271),
        new(SceneFeature.HueVariety, 0.5103, 0.1994, 0.0036, 0.0238),
    ];
}
