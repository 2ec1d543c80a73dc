using System.Text.Json;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// A network of task <c>music-tags</c> that the user has installed, such as the MagnaTagATune taggers of Won, Ferraro, Bogdanov and Serra ("Evaluation of
/// CNN-based automatic music tagging models", 2020): mel bands of some seconds of music in, a share for each of its labels out. Safe to use from several threads.
/// </summary>
/// <remarks>
/// In the manifest's <c>parameters</c>: <c>seconds</c> (default 3) is the length of the segments that it takes, <c>least</c> (default .15) the share from
/// which on a song is given a tag.
/// </remarks>
public sealed class MusicTagger : IDisposable
{
    /// <summary>Its task.</summary>
    public const string Task = "music-tags";

    /// <summary>Samples a second that it takes.</summary>
    public const int SampleRate = TaggerMel.SampleRate;

    private const double LongestSeconds = 120;
    private readonly InferenceSession _session;

    private MusicTagger(InferenceSession session, ModelManifest manifest, int samples, double least)
    {
        _session = session;
        Model = manifest.Name;
        Names = [.. manifest.Labels.Select(label => label.Id)];
        SegmentLength = samples;
        Least = least;
    }

    /// <summary>Name and version.</summary>
    public string Model { get; }

    /// <summary>Its tags, in the order of its output.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Samples that it judges at once.</summary>
    public int SegmentLength { get; }

    /// <summary>The share from which on a song is given a tag, 0..1.</summary>
    public double Least { get; }

    /// <summary>Opens a tagger from its folder.</summary>
    /// <param name="model">The folder.</param>
    /// <param name="threads">Threads of one run. Default 1.</param>
    /// <returns>The tagger, to be disposed.</returns>
    /// <exception cref="UnsupportedInputException">The model is for another task, or takes or gives something else.</exception>
    /// <exception cref="MalformedInputException">The file is damaged.</exception>
    /// <exception cref="MissingComponentException">ONNX Runtime is missing.</exception>
    public static MusicTagger Open(ModelFolder model, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelTasks.Require(model.Manifest, Task);
        double seconds = Math.Clamp(Number(model.Manifest, "seconds", 3), 0.1, LongestSeconds);
        int samples = (int)Math.Round(seconds * SampleRate), frames = TaggerMel.Frames(samples), rate = model.Manifest.Input?.SampleRate ?? SampleRate;
        var session = InferenceSession.Open(ModelTasks.Network(model), new SessionOptions { Threads = threads });
        if (rate == SampleRate && session.Inputs.Count == 1 && session.Outputs.Count > 0
            && Fits(session.Inputs[0], 1, TaggerMel.Bands, frames) && Fits(session.Outputs[0], 1, model.Manifest.Labels.Count) && model.Manifest.Labels.Count > 0)
        {
            return new MusicTagger(session, model.Manifest, samples, Math.Clamp(Number(model.Manifest, "least", 0.15), 0, 1));
        }

        string takes = string.Join(", ", session.Inputs), gives = string.Join(", ", session.Outputs);
        session.Dispose();
        throw new UnsupportedInputException(new LocalizedText(
            $"{model.Manifest.Name} takes {takes} at {rate} Hz and gives {gives}; with {seconds:0.##} seconds and {model.Manifest.Labels.Count} labels in its model.json it must take float32 [1, {TaggerMel.Bands}, {frames}] at {SampleRate} Hz and give float32 [1, {model.Manifest.Labels.Count}]. Correct \"seconds\" or \"labels\" (docs/models.md).",
            $"{model.Manifest.Name} 모델의 입력은 {rate} Hz의 {takes}, 출력은 {gives}입니다. model.json에 {seconds:0.##}초와 라벨 {model.Manifest.Labels.Count}개가 적혀 있으므로 {SampleRate} Hz의 float32 [1, {TaggerMel.Bands}, {frames}]을 받아 float32 [1, {model.Manifest.Labels.Count}]을 내야 합니다. \"seconds\"나 \"labels\"를 고치십시오(docs/models.md)."));
    }

    /// <summary>Begins a sound.</summary>
    /// <returns>What listens to it.</returns>
    public MusicTagListener Listen() => new(this);

    /// <summary>Gives the network's memory back.</summary>
    public void Dispose() => _session.Dispose();

    /// <summary>Judges a segment.</summary>
    /// <param name="mel">Decibels of mel bands, <c>[bands x frames]</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Shares in the order of <see cref="Names"/>.</returns>
    internal ReadOnlySpan<float> Judge(float[] mel, CancellationToken cancellationToken)
    {
        ReadOnlySpan<float> shares = _session.Run([Tensor.Of(mel, 1, TaggerMel.Bands, mel.Length / TaggerMel.Bands)], cancellationToken)[0].Values<float>();
        return shares.Length == Names.Count && !shares.ContainsAnyExceptInRange(0, 1) ? shares : throw VoiceErrors.BadOutput(Model);
    }

    private static bool Fits(TensorSpec spec, params ReadOnlySpan<long> shape)
    {
        bool fits = spec.Type == TensorType.Float32 && spec.Shape.Count == shape.Length;
        for (int i = 0; fits && i < shape.Length; i++)
        {
            fits = spec.Shape[i] == shape[i] || spec.Shape[i] < 0;
        }

        return fits;
    }

    private static double Number(ModelManifest manifest, string name, double otherwise) =>
        manifest.Parameters.ValueKind == JsonValueKind.Object && manifest.Parameters.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble() : otherwise;
}
