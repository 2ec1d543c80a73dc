using Sensorium.Audio;

namespace Sensorium.Expression;

/// <summary>Plays a voice from loops as the page does: mix, low-pass, level, tremolo, gate, pan. The page's twin, for measuring.</summary>
/// <param name="loops">The loops there are.</param>
/// <param name="barSeconds">Length of a bar.</param>
public sealed class VoiceRenderer(IReadOnlyList<Loop> loops, double barSeconds)
{
    private const double GateSmoothingSeconds = .01;

    /// <summary>Renders a voice without pan.</summary>
    /// <param name="voice">The voice.</param>
    /// <param name="frames">Length in frames.</param>
    /// <param name="startFrames">Where in the endless repetition to begin, in frames. Default 0.</param>
    /// <returns>Mono samples at the loops' rate; silence where the voice's roles have no loop.</returns>
    public float[] RenderMono(Voice voice, int frames, int startFrames = 0)
    {
        ArgumentNullException.ThrowIfNull(voice);
        float[] result = new float[frames];
        int sampleRate = 44100;
        foreach (VoiceLayer layer in voice.Layers)
        {
            if (LoopPlan.Nearest(loops, layer.Role, voice.Pitch) is { } loop)
            {
                sampleRate = loop.SampleRate;
                double rate = Math.Pow(2, (voice.Pitch - loop.Pitch) / 12.0);
                for (int i = 0; i < frames; i++)
                {
                    result[i] += (float)layer.Gain * loop.At((startFrames + i) * rate);
                }
            }
        }

        Biquad lowpass = new(BiquadCoefficients.LowPass(sampleRate, voice.LowpassHz));
        lowpass.Process(result, result);
        float level = (float)Math.Pow(10, voice.GainDb / 20);
        for (int i = 0; i < frames; i++)
        {
            double time = (double)(startFrames + i) / sampleRate;
            result[i] *= level * (float)(Tremolo(voice, time) * Gate(voice, time));
        }

        return result;
    }

    /// <summary>Renders a voice at its place.</summary>
    /// <param name="voice">The voice.</param>
    /// <param name="frames">Length in frames.</param>
    /// <param name="startFrames">Where in the endless repetition to begin, in frames. Default 0.</param>
    /// <returns>Two channels; equal-power pan.</returns>
    public SoundBuffer Render(Voice voice, int frames, int startFrames = 0)
    {
        float[] mono = RenderMono(voice, frames, startFrames);
        SoundBuffer stereo = new(loops.Count > 0 ? loops[0].SampleRate : 44100, 2, frames);
        double angle = (voice.Pan + 1) * Math.PI / 4;
        float left = (float)Math.Cos(angle);
        float right = (float)Math.Sin(angle);
        Span<float> l = stereo.Channel(0);
        Span<float> r = stereo.Channel(1);
        for (int i = 0; i < frames; i++)
        {
            l[i] = mono[i] * left;
            r[i] = mono[i] * right;
        }

        return stereo;
    }

    private static double Tremolo(Voice voice, double time) =>
        voice.TremoloDepth == 0 ? 1 : 1 - (voice.TremoloDepth * (.5 - (.5 * Math.Cos(2 * Math.PI * voice.TremoloHz * time))));

    private double Gate(Voice voice, double time)
    {
        if (voice.Gate.Count == 0)
        {
            return 1;
        }

        double step = barSeconds / voice.Gate.Count;
        double position = time / step;
        int index = (int)(Math.Floor(position) % voice.Gate.Count);
        double into = (position - Math.Floor(position)) * step;
        double now = voice.Gate[index];
        double before = voice.Gate[(index + voice.Gate.Count - 1) % voice.Gate.Count];
        return into >= GateSmoothingSeconds ? now : before + ((now - before) * into / GateSmoothingSeconds);
    }
}
