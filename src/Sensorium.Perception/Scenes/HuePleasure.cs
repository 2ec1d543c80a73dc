using System.Runtime.Intrinsics;

namespace Sensorium.Perception;

/// <summary>
/// How pleasant a hue is by what people associate with it: the shares in Jonauskaite et al., "Universal patterns in color-emotion
/// associations are further shaped by linguistic and geographic proximity" (Psychological Science 2020; 4,598 people, 30 nations).
/// </summary>
/// <remarks>Red is love and anger alike and stays at 0: other evidence settles it. Between the named hues the value is interpolated.</remarks>
internal static class HuePleasure
{
    private const float Brown = -0.36f;

    // OKLab hue in degrees; red, orange (joy .44), yellow (joy .52), green (contentment .39), blue (relief .35), purple (pleasure .25), pink (love .50).
    private static readonly (float Hue, float Value)[] Anchors = [(-5, 0.50f), (29, 0), (62, 0.44f), (105, 0.52f), (145, 0.39f), (264, 0.35f), (310, 0.25f), (355, 0.50f), (389, 0)];

    // The same as a sum of ramps: from each anchor on the slope changes by so much.
    private static readonly float[] Bends = MakeBends();

    /// <summary>The prior of one hue.</summary>
    /// <param name="hueDegrees">OKLab hue, 0..360.</param>
    /// <param name="brown">Whether the colour is brown rather than orange or yellow (disgust .36).</param>
    /// <returns>-1 to 1.</returns>
    public static float Of(float hueDegrees, bool brown)
    {
        if (brown)
        {
            return Brown;
        }

        for (int i = 1; i < Anchors.Length; i++)
        {
            if (hueDegrees <= Anchors[i].Hue)
            {
                float amount = (hueDegrees - Anchors[i - 1].Hue) / (Anchors[i].Hue - Anchors[i - 1].Hue);
                return Anchors[i - 1].Value + (amount * (Anchors[i].Value - Anchors[i - 1].Value));
            }
        }

        return 0;
    }

    /// <summary>The priors of eight hues.</summary>
    /// <param name="hueDegrees">OKLab hues, 0..360.</param>
    /// <param name="brown">All bits set where a colour is brown.</param>
    /// <returns>As <see cref="Of(float, bool)"/>, right to 1e-5.</returns>
    public static Vector256<float> Of(Vector256<float> hueDegrees, Vector256<float> brown)
    {
        Vector256<float> value = Vector256.Create(Anchors[0].Value);
        for (int i = 0; i < Bends.Length; i++)
        {
            value += Vector256.Max(hueDegrees - Vector256.Create(Anchors[i].Hue), Vector256<float>.Zero) * Bends[i];
        }

        return Vector256.ConditionalSelect(brown, Vector256.Create(Brown), value);
    }

    private static float[] MakeBends()
    {
        float[] bends = new float[Anchors.Length - 1];
        double before = 0;
        for (int i = 0; i < bends.Length; i++)
        {
            double slope = ((double)Anchors[i + 1].Value - Anchors[i].Value) / ((double)Anchors[i + 1].Hue - Anchors[i].Hue);
            bends[i] = (float)(slope - before);
            before = slope;
        }

        return bends;
    }
}
