using System.Numerics.Tensors;
using Sensorium.Inference;
using Sensorium.Music;

namespace Sensorium.Perception;

/// <summary>
/// Judges to which quarter of the plane a score belongs, from its <see cref="ScoreStatistics"/>: by a linear discriminant or by a Gaussian kernel
/// machine, whichever its file holds. Safe to use from several threads at once.
/// </summary>
public sealed class ScoreModel
{
    /// <summary>The task of its models.</summary>
    public const string Task = "score-quadrant";

    /// <summary>The model that ranks candidates.</summary>
    public const string RankerId = "score-ranker";

    /// <summary>The model by which composed music is judged; nothing else uses it.</summary>
    public const string JudgeId = "score-judge";

    private const int Quadrants = 4;
    private const float Farthest = 4;
    private readonly float[] _mean;
    private readonly float[] _scale;
    private readonly float[] _support;
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly float _gamma;
    private readonly float _temperature;

    private ScoreModel(string name, SafeTensors file)
    {
        Name = name;
        int count = ScoreStatistics.Names.Count;
        file.RequireMetadata("kind", "score");
        file.RequireMetadata("version", "1");
        _mean = file.Floats("mean", count);
        _scale = file.Positive("scale", count);
        _temperature = file.Positive("temperature", 1)[0];
        if (file.Has("support"))
        {
            long vectors = file.LengthOf("support") / count;
            _support = file.Floats("support", checked((int)(vectors * count)));
            _weights = file.Floats("dual", checked((int)(vectors * Quadrants)));
            _gamma = file.Positive("gamma", 1)[0];
            _bias = new float[Quadrants];
        }
        else
        {
            _support = [];
            _weights = file.Floats("weights", count * Quadrants);
            _bias = file.Floats("bias", Quadrants);
        }
    }

    /// <summary>The model's id and version, such as <c>score-judge@1</c>.</summary>
    public string Name { get; }

    /// <summary>Opens a model.</summary>
    /// <param name="model">Its folder.</param>
    /// <returns>The model.</returns>
    /// <exception cref="UnsupportedInputException">It is for another task.</exception>
    /// <exception cref="MalformedInputException">Its file is missing or damaged.</exception>
    public static ScoreModel Open(ModelFolder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelTasks.Require(model.Manifest, Task);
        return new ScoreModel(model.Manifest.Name, SafeTensors.Read(ModelTasks.File(model, ".safetensors")));
    }

    /// <summary>Judges a score.</summary>
    /// <param name="score">The score.</param>
    /// <returns>Its quarters.</returns>
    public QuadrantScores Judge(Score score) => Judge(ScoreStatistics.Of(score));

    /// <summary>Judges a stretch of a score.</summary>
    /// <param name="score">The score.</param>
    /// <param name="from">Its beginning in seconds.</param>
    /// <param name="to">Its end in seconds.</param>
    /// <returns>Its quarters.</returns>
    public QuadrantScores Judge(Score score, double from, double to) => Judge(ScoreStatistics.Of(score, from, to));

    private QuadrantScores Judge(float[] statistics)
    {
        int count = statistics.Length;
        Span<float> z = stackalloc float[count];
        for (int i = 0; i < count; i++)
        {
            z[i] = Math.Clamp((statistics[i] - _mean[i]) / _scale[i], -Farthest, Farthest);
        }

        Span<float> logits = [_bias[0], _bias[1], _bias[2], _bias[3]];
        int rows = _weights.Length / Quadrants;
        for (int row = 0; row < rows; row++)
        {
            float distance = _support.Length == 0 ? 0 : TensorPrimitives.Distance<float>(z, _support.AsSpan(row * count, count));
            float weight = _support.Length == 0 ? z[row] : MathF.Exp(-_gamma * distance * distance);
            for (int k = 0; k < Quadrants; k++)
            {
                logits[k] += weight * _weights[(row * Quadrants) + k];
            }
        }

        TensorPrimitives.Divide(logits, _temperature, logits);
        TensorPrimitives.SoftMax<float>(logits, logits);
        return new QuadrantScores(logits[0], logits[1], logits[2], logits[3]);
    }
}
