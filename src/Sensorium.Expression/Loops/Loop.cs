namespace Sensorium.Expression;

/// <summary>One bar of one instrument at one pitch that repeats without a seam.</summary>
/// <param name="role">The role it sounds for.</param>
/// <param name="pitch">The mapped pitch as a MIDI note number; the instrument may sound octaves off.</param>
/// <param name="sampleRate">Frames a second.</param>
/// <param name="samples">The bar's samples, mono; the loop owns them.</param>
public sealed class Loop(string role, int pitch, int sampleRate, float[] samples)
{
    /// <summary>The role it sounds for.</summary>
    public string Role { get; } = role;

    /// <summary>The mapped pitch as a MIDI note number.</summary>
    public int Pitch { get; } = pitch;

    /// <summary>Frames a second.</summary>
    public int SampleRate { get; } = sampleRate;

    /// <summary>The bar's samples, mono.</summary>
    public ReadOnlySpan<float> Samples => samples;

    /// <summary>The sample at any place of the endless repetition, by cubic (Catmull-Rom) interpolation.</summary>
    /// <param name="position">Frames from the start, at least 0.</param>
    /// <returns>The sample.</returns>
    public float At(double position)
    {
        int length = samples.Length;
        double floor = Math.Floor(position);
        float t = (float)(position - floor);
        int i = (int)((long)floor % length);
        float a = samples[i == 0 ? length - 1 : i - 1];
        float b = samples[i];
        int next = i + 1 == length ? 0 : i + 1;
        float c = samples[next];
        float d = samples[next + 1 == length ? 0 : next + 1];
        return b + (.5f * t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
    }
}
