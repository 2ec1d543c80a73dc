using Sensorium.Expression;
using Sensorium.Imaging;
using Sensorium.Music;

namespace Sensorium.Lab.Listening;

/// <summary>What the page would play of a picture: the loops that it carries, calibrated voices, in a room that is not quite silent.</summary>
internal sealed class SceneSound
{
    /// <summary>Length of what the listener hears of one region, in seconds.</summary>
    public const double Seconds = 2;

    /// <summary>Level of the room's noise against the loudest voice, in dB.</summary>
    private const double NoiseDb = -30;

    /// <summary>How far the listener's volume may be from the usual one, in dB.</summary>
    private const double VolumeDb = 3;

    private readonly Scene _scene;
    private readonly int _sampleRate;
    private readonly IReadOnlyList<RegionSound> _sounds;
    private readonly VoiceCalibration _calibration;
    private readonly VoiceRenderer _renderer;
    private readonly double _volume;

    /// <summary>Renders the loops of a picture.</summary>
    /// <param name="scene">The picture.</param>
    /// <param name="mapping">From colour to sound.</param>
    /// <param name="set">The instruments.</param>
    /// <param name="synthesizer">Plays them.</param>
    /// <param name="budget">Most loops, as <see cref="LoopPlan.Choose"/> takes it.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    public SceneSound(Scene scene, Mapping mapping, SoundSet set, ISynthesizer synthesizer, int budget, CancellationToken cancellationToken)
    {
        _scene = scene;
        _sampleRate = synthesizer.SampleRate;
        VoiceFactory voices = new(mapping, scene.Tonality);
        _sounds = [.. scene.Regions.Regions.Select(region => voices.Sound(ColourSample.FromRegion(region)))];
        LoopRenderer renderer = new(synthesizer, set, scene.Tonality);
        Loop[] loops = [.. LoopPlan.Choose(scene.Regions, _sounds, budget).Select(key => renderer.Render(key, cancellationToken))];
        _calibration = new VoiceCalibration(loops);
        _renderer = new VoiceRenderer(loops, scene.Tonality.BarSeconds);
        _volume = Math.Pow(10, VolumeDb * ((2 * scene.Random.NextDouble()) - 1) / 20);
    }

    /// <summary>The listener rests on a region, at any moment of the bar.</summary>
    /// <param name="regionId">The region.</param>
    /// <param name="vision">For whom the page plays.</param>
    /// <returns>Two channels, <see cref="Seconds"/> long.</returns>
    public SoundBuffer Hear(int regionId, ColourVision vision)
    {
        RegionSound sound = _sounds[regionId];
        Voice voice = vision switch
        {
            ColourVision.Protan => sound.Protan,
            ColourVision.Deutan => sound.Deutan,
            ColourVision.Tritan => sound.Tritan,
            _ => sound.Point,
        };
        int start = _scene.Random.Next((int)(_scene.Tonality.BarSeconds * _sampleRate));
        SoundBuffer heard = _renderer.Render(_calibration.Calibrate(voice), (int)(Seconds * _sampleRate), start);
        for (int channel = 0; channel < heard.ChannelCount; channel++)
        {
            Span<float> samples = heard.Channel(channel);
            float[] noise = RoomNoise.Pink(samples.Length, LoopRenderer.LoopLufs + NoiseDb, _scene.Random);
            for (int i = 0; i < samples.Length; i++)
            {
                samples[i] = (float)((samples[i] + noise[i]) * _volume);
            }
        }

        return heard;
    }
}
