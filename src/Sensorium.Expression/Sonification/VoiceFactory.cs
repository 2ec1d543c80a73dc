using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>Gives colours their voices by a mapping, within the tonality of one picture.</summary>
/// <param name="mapping">The mapping.</param>
/// <param name="tonality">What all sounds of the picture share.</param>
public sealed class VoiceFactory(Mapping mapping, Tonality tonality)
{
    /// <summary>Share of the full lost part at which its role alone sounds.</summary>
    private const double TakeOver = .4;

    /// <summary>All sounds of one region.</summary>
    /// <param name="sample">The region's colour and place.</param>
    /// <returns>Its voices in every mode.</returns>
    public RegionSound Sound(ColourSample sample) => new()
    {
        Point = Point(sample),
        Scan = Scan(sample),
        Protan = Deficient(sample, ColourVision.Protan),
        Deutan = Deficient(sample, ColourVision.Deutan),
        Tritan = Deficient(sample, ColourVision.Tritan),
    };

    /// <summary>The voice in point mode.</summary>
    /// <param name="sample">Colour and place.</param>
    /// <returns>The voice.</returns>
    public Voice Point(ColourSample sample) => Voice(mapping.Point, tonality.Scale, sample);

    /// <summary>The voice in scan mode.</summary>
    /// <param name="sample">Colour and place.</param>
    /// <returns>The voice.</returns>
    public Voice Scan(ColourSample sample) => Voice(mapping.Scan, tonality.ScanScale, sample);

    /// <summary>The voice in point mode for somebody who does not see all of the colour.</summary>
    /// <param name="sample">Colour and place.</param>
    /// <param name="vision">How they see.</param>
    /// <returns>The voice; the same as <see cref="Point"/> for a trichromat.</returns>
    /// <remarks>
    /// What is seen steps back and the lost part takes the room: it runs along one axis from green (or blue) over nothing to red
    /// (or yellow), and pitch, filter, level and depth of the rhythm all follow it the same way, so that the further apart two colours
    /// lie in what cannot be seen, the further apart they sound, whatever else they are. Lightness keeps a part of the pitch range, hue
    /// keeps its role while little is lost. Pitch falls towards red because the instruments for green sound an octave up in most sets:
    /// rising, it would meet them at the same tone. It uses the same loops as point mode.
    /// </remarks>
    public Voice Deficient(ColourSample sample, ColourVision vision)
    {
        Voice voice = Point(sample);
        if (vision == ColourVision.Trichromat)
        {
            return voice;
        }

        DeficiencyMapping lost = mapping.Deficiency;
        double step = LostPart(sample.Colour, vision);
        double size = Math.Clamp((Math.Abs(step) - lost.Threshold) / (lost.Full - lost.Threshold), 0, 1);
        double signed = Math.Sign(step) * size;
        double upward = (1 + signed) / 2;
        string role = (vision, step > 0) switch
        {
            (ColourVision.Tritan, true) => lost.TritanPositiveRole,
            (ColourVision.Tritan, false) => lost.TritanNegativeRole,
            (_, true) => lost.PositiveRole,
            _ => lost.NegativeRole,
        };
        double height = (2 * lost.PitchShift * (1 - upward)) + ((1 - (2 * lost.PitchShift)) * voice.Height);
        double level = -mapping.Point.Loudness.SpanDb / 2 * (1 - upward);
        BrightnessMapping brightness = mapping.Point.Brightness;
        double middleHz = Math.Sqrt(brightness.LowestHz * brightness.HighestHz);
        return voice with
        {
            Layers = Blend(voice.Layers.MaxBy(layer => layer.Gain).Role, role, Math.Min(1, size / TakeOver)),
            Height = height,
            Pitch = PitchAt(height),
            LevelDb = level,
            GainDb = level,
            LowpassHz = Math.Clamp(middleHz * Math.Pow(2, lost.BrightnessOctaves * signed), 300, 12000),
            Gate = [.. lost.NegativeGate.Zip(lost.PositiveGate, (low, high) => Math.Pow(low, 1 - upward) * Math.Pow(high, upward))],
            TremoloHz = 0,
            TremoloDepth = 0,
        };
    }

    /// <summary>The signed size of what is lost of a colour: towards red or yellow (+), towards green or blue (-).</summary>
    /// <param name="colour">The true colour.</param>
    /// <param name="vision">How it is seen.</param>
    /// <returns>OKLab units; 0 for a trichromat.</returns>
    public static double LostPart(OkLab colour, ColourVision vision)
    {
        OkLab seen = ColourConversion.ToOkLab(DeficiencySimulation.Simulate(ColourConversion.ToRgb(colour), vision));
        double a = colour.A - seen.A;
        double b = colour.B - seen.B;
        double size = Math.Sqrt((a * a) + (b * b));
        return vision switch
        {
            ColourVision.Trichromat => 0,
            ColourVision.Tritan => size * Math.Sign(b),
            _ => size * Math.Sign(a),
        };
    }

    /// <summary>The pitch of a height on the picture's scale in point mode.</summary>
    /// <param name="height">0..1.</param>
    /// <returns>A MIDI note number of the scale.</returns>
    public int PitchAt(double height) => PitchAt(tonality.Scale, height);

    private static int PitchAt(IReadOnlyList<int> scale, double height) => scale[(int)Math.Round(Math.Clamp(height, 0, 1) * (scale.Count - 1))];

    private Voice Voice(VoiceMapping mode, IReadOnlyList<int> scale, ColourSample sample)
    {
        double height = Math.Clamp(Quality(mode.Pitch.From, sample), 0, 1);
        double contrast = mode.Texture is { } texture
            ? Math.Clamp((sample.Contrast - texture.Threshold) / (texture.Full - texture.Threshold), 0, 1)
            : 0;
        double level = -mode.Loudness.SpanDb * (1 - Share(mode.Loudness.From, mode.Loudness.Full, sample, mode.Loudness.Inverted));
        return new Voice
        {
            Layers = Layers(mode.Timbre, sample),
            Height = height,
            Pitch = PitchAt(scale, height),
            LevelDb = level,
            GainDb = level,
            LowpassHz = mode.Brightness.LowestHz * Math.Pow(
                mode.Brightness.HighestHz / mode.Brightness.LowestHz,
                Share(mode.Brightness.From, mode.Brightness.Full, sample, inverted: false)),
            TremoloHz = contrast > 0 ? mode.Texture!.LowestHz + (contrast * (mode.Texture.HighestHz - mode.Texture.LowestHz)) : 0,
            TremoloDepth = contrast > 0 ? contrast * mode.Texture!.Depth : 0,
            Pan = ((2 * sample.Place.X) - 1) * mode.PanDegrees / 90,
        };
    }

    private double Share(ColourQuality from, double full, ColourSample sample, bool inverted)
    {
        double share = from == ColourQuality.None ? 1 : Math.Clamp(Quality(from, sample) / full, 0, 1);
        return inverted ? 1 - share : share;
    }

    private double Quality(ColourQuality quality, ColourSample sample) => quality switch
    {
        ColourQuality.Lightness => (sample.Colour.L - tonality.DarkestLightness) / (tonality.LightestLightness - tonality.DarkestLightness),
        ColourQuality.Chroma => sample.Colour.Chroma,
        ColourQuality.Hue => sample.Colour.HueDegrees,
        ColourQuality.Saturation => sample.Hsv.Saturation,
        ColourQuality.Value => sample.Hsv.Value,
        ColourQuality.HsvHue => sample.Hsv.HueDegrees,
        ColourQuality.Height => 1 - sample.Place.Y,
        _ => 1,
    };

    private IReadOnlyList<VoiceLayer> Layers(TimbreMapping timbre, ColourSample sample)
    {
        bool hsv = timbre.From == ColourQuality.HsvHue;
        double purity = hsv ? sample.Hsv.Saturation * sample.Hsv.Value : sample.Colour.Chroma;
        double lightness = hsv ? sample.Hsv.Value : sample.Colour.L;
        NeutralTimbre neutral = timbre.Neutral;
        string grey = lightness < neutral.DarkBelow ? neutral.Dark : lightness > neutral.LightAbove ? neutral.Light : neutral.Middle;
        double coloured = Math.Clamp((purity - neutral.Below) / (neutral.Above - neutral.Below), 0, 1);
        (string near, string next, double way) = Neighbours(timbre, Quality(timbre.From, sample));
        return coloured < 1
            ? Blend(grey, way < .5 ? near : next, coloured)
            : Blend(near, next, Math.Clamp((way - timbre.Plateau) / (1 - (2 * timbre.Plateau)), 0, 1));
    }

    private static (string Near, string Next, double Way) Neighbours(TimbreMapping timbre, double hue)
    {
        IReadOnlyList<TimbreAnchor> anchors = timbre.Anchors;
        int above = 0;
        while (above < anchors.Count && anchors[above].Hue <= hue)
        {
            above++;
        }

        TimbreAnchor first = anchors[(above + anchors.Count - 1) % anchors.Count];
        TimbreAnchor second = anchors[above % anchors.Count];
        double gap = (second.Hue - first.Hue + 360) % 360;
        return (first.Role, second.Role, ((hue - first.Hue + 360) % 360) / gap);
    }

    /// <summary>Equal-power crossfade; a layer under -14 dB is left out, so that most voices are one clear instrument.</summary>
    private static IReadOnlyList<VoiceLayer> Blend(string first, string second, double way)
    {
        double gain = Math.Sin(way * Math.PI / 2);
        return first == second || gain < .2
            ? [new VoiceLayer(first, 1)]
            : gain > .98
                ? [new VoiceLayer(second, 1)]
                : [new VoiceLayer(first, Math.Cos(way * Math.PI / 2)), new VoiceLayer(second, gain)];
    }
}
