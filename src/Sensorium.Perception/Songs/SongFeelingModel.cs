using System.Numerics.Tensors;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>The learned model: statistics of a window in, how likely each quadrant of the plane is out. Safe to use from several threads.</summary>
internal sealed class SongFeelingModel
{
    /// <summary>Its task.</summary>
    public const string Task = "song-feeling";

    /// <summary>Quadrants: glad, tense, sad, calm.</summary>
    public const int Quadrants = 4;

    private const string Format = "sensorium-song-feeling";
    private const float Farthest = 4;
    private readonly float[] _middle, _scale, _first, _firstBias, _second, _secondBias, _projection;
    private readonly int _members, _hidden;
    private readonly float _sharpness;

    private SongFeelingModel(SafeTensors file, string model)
    {
        int inputs = SongStatistics.Names.Count;
        file.RequireMetadata("format", Format);
        file.RequireMetadata("statistics", SongStatistics.Version.ToString());
        _middle = file.Floats("middle", inputs);
        _scale = file.Floats("scale", inputs);
        _members = (int)(file.LengthOf("second.bias") / Quadrants);
        _hidden = (int)(file.LengthOf("first.bias") / _members);
        _first = file.Floats("first", _members * _hidden * inputs);
        _firstBias = file.Floats("first.bias", _members * _hidden);
        _second = file.Floats("second", _members * Quadrants * _hidden);
        _secondBias = file.Floats("second.bias", _members * Quadrants);
        _projection = file.Floats("vector", SongReading.VectorLength * inputs);
        _sharpness = file.Floats("sharpness", 1)[0];
        Model = model;
    }

    private SongFeelingModel()
    {
        int inputs = SongStatistics.Names.Count;
        (_middle, _scale) = (new float[inputs], new float[inputs]);
        (_first, _firstBias, _second, _secondBias) = (new float[inputs], new float[1], new float[Quadrants], new float[Quadrants]);
        _projection = new float[SongReading.VectorLength * inputs];
        (_members, _hidden, Model) = (1, 1, "none");
    }

    /// <summary>A model that knows nothing: what measures songs for training needs no other.</summary>
    public static SongFeelingModel Blank { get; } = new();

    /// <summary>Name and version.</summary>
    public string Model { get; }

    /// <summary>Reads a model from its folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The model.</returns>
    public static SongFeelingModel Open(ModelFolder folder)
    {
        ModelTasks.Require(folder.Manifest, Task);
        return new SongFeelingModel(SafeTensors.Read(ModelTasks.File(folder, ".safetensors")), folder.Manifest.Name);
    }

    /// <summary>Reads a model's file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The model.</returns>
    public static SongFeelingModel Read(string path) => new(SafeTensors.Read(path), Path.GetFileNameWithoutExtension(path));

    /// <summary>Statistics in units of their spread, cut at 4.</summary>
    /// <param name="statistics">Those of <see cref="SongStatistics"/>.</param>
    /// <returns>As many values; 0 where the model does not look.</returns>
    public float[] Scale(ReadOnlySpan<float> statistics)
    {
        float[] values = new float[_middle.Length];
        TensorPrimitives.Subtract(statistics, _middle, values);
        TensorPrimitives.Multiply(values, _scale, values);
        TensorPrimitives.Min(values, Farthest, values);
        TensorPrimitives.Max(values, -Farthest, values);
        return values;
    }

    /// <summary>Logits of the four quadrants.</summary>
    /// <param name="statistics">Those of a window.</param>
    /// <returns>Logarithms of shares, before they are made as sharp as they deserve.</returns>
    public double[] Logits(ReadOnlySpan<float> statistics)
    {
        float[] values = Scale(statistics);
        int inputs = values.Length;
        double[] sum = new double[Quadrants], one = new double[Quadrants];
        float[] hidden = new float[_hidden];
        for (int m = 0; m < _members; m++)
        {
            for (int h = 0; h < _hidden; h++)
            {
                int at = (m * _hidden) + h;
                hidden[h] = Math.Max(0, _firstBias[at] + TensorPrimitives.Dot<float>(values, _first.AsSpan(at * inputs, inputs)));
            }

            for (int q = 0; q < Quadrants; q++)
            {
                int at = (m * Quadrants) + q;
                one[q] = _secondBias[at] + TensorPrimitives.Dot<float>(hidden, _second.AsSpan(at * _hidden, _hidden));
            }

            Logarithms(one);
            for (int q = 0; q < Quadrants; q++)
            {
                sum[q] += one[q] / _members;
            }
        }

        return sum;
    }

    /// <summary>How likely each quadrant is.</summary>
    /// <param name="logits">Logits of a window, or their mean over a song.</param>
    /// <returns>Four shares that add up to 1.</returns>
    public double[] Shares(ReadOnlySpan<double> logits)
    {
        double[] shares = new double[Quadrants];
        for (int q = 0; q < Quadrants; q++)
        {
            shares[q] = logits[q] * _sharpness;
        }

        Logarithms(shares);
        return Array.ConvertAll(shares, Math.Exp);
    }

    /// <summary>Statistics as a place among songs.</summary>
    /// <param name="statistics">The mean over a song's windows.</param>
    /// <returns>Values of length 1 together.</returns>
    public float[] Vector(ReadOnlySpan<float> statistics)
    {
        float[] values = Scale(statistics), vector = new float[SongReading.VectorLength];
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = TensorPrimitives.Dot<float>(values, _projection.AsSpan(i * values.Length, values.Length));
        }

        float norm = TensorPrimitives.Norm<float>(vector);
        if (norm < 1e-9f)
        {
            vector[0] = norm = 1;
        }

        TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }

    private static void Logarithms(double[] logits)
    {
        double most = logits.Max(), sum = logits.Sum(logit => Math.Exp(logit - most));
        for (int q = 0; q < logits.Length; q++)
        {
            logits[q] -= most + Math.Log(sum);
        }
    }
}
