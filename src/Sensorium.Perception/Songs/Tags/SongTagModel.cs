using System.Numerics.Tensors;
using System.Text.Json;
using Sensorium.Audio;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>Our tagger: mel bands of three seconds in, how sure each tag is out. Safe to use from several threads.</summary>
/// <remarks>In the manifest's <c>parameters</c>, <c>bounds</c> states for each tag the share from which on a song is given it.</remarks>
internal sealed class SongTagModel : IDisposable
{
    /// <summary>Its task.</summary>
    public const string Task = "song-tags";

    /// <summary>Pitch frames of an excerpt: 3 s.</summary>
    public const int Frames = 64;

    /// <summary>Mel bands.</summary>
    public const int Bands = 64;

    private const float Lowest = 30, Highest = 11_000, Floor = 1e-6f, Silence = 1e-7f;
    private static readonly MelFilterbank Filters = new(SongSound.SampleRate, SongSound.PitchLength, Bands, Lowest, Highest);
    private readonly InferenceSession _session;
    private readonly double[] _bounds;
    private readonly string _name;

    private SongTagModel(InferenceSession session, string name, double[] bounds)
    {
        (_session, _name, _bounds) = (session, name, bounds);
    }

    /// <summary>The tags, in the order of the model's outputs: the instruments, then electronic and acoustic.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. SongTagNames.Instruments, "electronic", "acoustic"];

    /// <summary>Opens the model from its folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The model, to be disposed.</returns>
    /// <exception cref="UnsupportedInputException">The model is for another task, or for other tags or frames.</exception>
    /// <exception cref="MalformedInputException">The file is damaged, or a bound is missing.</exception>
    /// <exception cref="MissingComponentException">ONNX Runtime is missing.</exception>
    public static SongTagModel Open(ModelFolder folder)
    {
        ModelTasks.Require(folder.Manifest, Task);
        double[] bounds = [.. Names.Select(name => Bound(folder.Manifest, name))];
        var session = InferenceSession.Open(ModelTasks.Network(folder));
        if (session.Inputs.Count == 1 && session.Inputs[0].Shape.SequenceEqual([1L, 1, Frames, Bands])
            && session.Outputs.Count == 1 && session.Outputs[0].Shape.SequenceEqual([1L, Names.Count])
            && folder.Manifest.Labels.Select(label => label.Id).SequenceEqual(Names))
        {
            return new SongTagModel(session, folder.Manifest.Name, bounds);
        }

        string takes = string.Join(", ", session.Inputs), gives = string.Join(", ", session.Outputs), names = string.Join(", ", Names);
        session.Dispose();
        throw new UnsupportedInputException(new LocalizedText(
            $"{folder.Manifest.Name} takes {takes} and gives {gives}; a song-tags model takes [1, 1, {Frames}, {Bands}], gives [1, {Names.Count}] and has the labels {names}.",
            $"{folder.Manifest.Name} 모델의 입력은 {takes}, 출력은 {gives}입니다. 노래 태그 모델은 [1, 1, {Frames}, {Bands}]을 받아 [1, {Names.Count}]을 내고 라벨은 {names}이어야 합니다."));
    }

    /// <summary>Power in mel bands.</summary>
    /// <param name="power">The power spectrum of a pitch frame.</param>
    /// <param name="bands">Receives <see cref="Bands"/> values.</param>
    public static void Measure(ReadOnlySpan<float> power, Span<float> bands) => Filters.Apply(power, bands);

    /// <summary>Power against its mean over an excerpt, as the model takes it: a logarithm to base 10, at least -6.</summary>
    /// <param name="bands">Powers, <c>[frames x bands]</c>.</param>
    /// <returns>As many values; null in silence.</returns>
    public static float[]? Scale(ReadOnlySpan<float> bands)
    {
        float mean = TensorPrimitives.Sum(bands) / bands.Length;
        if (mean < Silence)
        {
            return null;
        }

        float[] scaled = new float[bands.Length];
        TensorPrimitives.Divide(bands, mean, scaled);
        TensorPrimitives.Add(scaled, Floor, scaled);
        TensorPrimitives.Log10<float>(scaled, scaled);
        return scaled;
    }

    /// <summary>How sure each tag is of an excerpt.</summary>
    /// <param name="bands">Its powers, <c>[frames x bands]</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Shares of 0..1 in the order of <see cref="Names"/>; null in silence.</returns>
    public float[]? Judge(ReadOnlySpan<float> bands, CancellationToken cancellationToken)
    {
        if (Scale(bands) is not { } scaled)
        {
            return null;
        }

        float[] shares = _session.Run([Inference.Tensor.Of(scaled, 1, 1, Frames, Bands)], cancellationToken)[0].Values<float>().ToArray();
        return shares.AsSpan().ContainsAnyExceptInRange(0, 1) ? throw VoiceErrors.BadOutput(_name) : shares;
    }

    /// <summary>The tags of a song.</summary>
    /// <param name="excerpts">The shares of its excerpts; at least one.</param>
    /// <returns>Those that reach their bounds.</returns>
    public IEnumerable<SongTag> Given(IReadOnlyList<float[]> excerpts)
    {
        double[] shares = Pool(excerpts);
        return Names.Select((name, i) => new SongTag(name, shares[i])).Where((tag, i) => tag.Share >= _bounds[i]);
    }

    /// <summary>Shares of a song: the mean of the surest third of its excerpts, since hardly an instrument plays all the time; of electronic and acoustic the mean of all.</summary>
    /// <param name="excerpts">The shares of its excerpts; at least one.</param>
    /// <returns>In the order of <see cref="Names"/>.</returns>
    public static double[] Pool(IReadOnlyList<float[]> excerpts)
    {
        double[] shares = new double[Names.Count];
        for (int i = 0; i < shares.Length; i++)
        {
            int most = i < SongTagNames.Instruments.Count ? (excerpts.Count + 2) / 3 : excerpts.Count;
            shares[i] = excerpts.Select(excerpt => (double)excerpt[i]).OrderDescending().Take(most).Average();
        }

        return shares;
    }

    /// <summary>Gives the network's memory back.</summary>
    public void Dispose() => _session.Dispose();

    private static double Bound(ModelManifest manifest, string name) =>
        manifest.Parameters.ValueKind == JsonValueKind.Object && manifest.Parameters.TryGetProperty("bounds", out JsonElement bounds) && bounds.ValueKind == JsonValueKind.Object
        && bounds.TryGetProperty(name, out JsonElement bound) && bound.ValueKind == JsonValueKind.Number
            ? bound.GetDouble()
            : throw new MalformedInputException(new LocalizedText(
                $"The model.json of {manifest.Name} states no bound for \"{name}\"; write parameters.bounds.{name} as a number of 0 to 1.",
                $"{manifest.Name} 모델의 model.json에 \"{name}\" 태그의 기준이 없습니다. parameters.bounds.{name}을 0부터 1까지의 수로 적으십시오."));
}
