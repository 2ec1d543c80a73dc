using System.Numerics.Tensors;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>The tagger: statistics of a window in, how sure each tag is out. Safe to use from several threads.</summary>
internal sealed class SongTagModel
{
    /// <summary>Its task.</summary>
    public const string Task = "song-tags";

    private const string Format = "sensorium-song-tags";
    private const float Farthest = 4;
    private readonly float[] _middle, _scale, _first, _firstBias, _second, _secondBias, _bounds;
    private readonly int _hidden;

    private SongTagModel(SafeTensors file)
    {
        int inputs = SongStatistics.Names.Count;
        file.RequireMetadata("format", Format);
        file.RequireMetadata("statistics", SongStatistics.Version.ToString());
        _middle = file.Floats("middle", inputs);
        _scale = file.Floats("scale", inputs);
        _hidden = (int)file.LengthOf("first.bias");
        _first = file.Floats("first", _hidden * inputs);
        _firstBias = file.Floats("first.bias", _hidden);
        _second = file.Floats("second", Names.Count * _hidden);
        _secondBias = file.Floats("second.bias", Names.Count);
        _bounds = file.Floats("bounds", Names.Count);
    }

    /// <summary>The tags, in the order of the model's outputs: the instruments, then electronic.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. SongTagNames.Instruments, "electronic"];

    /// <summary>From how much on a tag is given.</summary>
    public ReadOnlySpan<float> Bounds => _bounds;

    /// <summary>Reads a model from its folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The model.</returns>
    public static SongTagModel Open(ModelFolder folder)
    {
        ModelTasks.Require(folder.Manifest, Task);
        return new SongTagModel(SafeTensors.Read(ModelTasks.File(folder, ".safetensors")));
    }

    /// <summary>How sure each tag is.</summary>
    /// <param name="statistics">Those of a window.</param>
    /// <returns>Shares of 0..1 in the order of <see cref="Names"/>.</returns>
    public double[] Shares(ReadOnlySpan<float> statistics)
    {
        float[] values = new float[_middle.Length], hidden = new float[_hidden];
        TensorPrimitives.Subtract(statistics, _middle, values);
        TensorPrimitives.Multiply(values, _scale, values);
        TensorPrimitives.Min(values, Farthest, values);
        TensorPrimitives.Max(values, -Farthest, values);
        for (int h = 0; h < _hidden; h++)
        {
            hidden[h] = Math.Max(0, _firstBias[h] + TensorPrimitives.Dot<float>(values, _first.AsSpan(h * values.Length, values.Length)));
        }

        double[] shares = new double[Names.Count];
        for (int tag = 0; tag < shares.Length; tag++)
        {
            shares[tag] = 1 / (1 + Math.Exp(-(_secondBias[tag] + TensorPrimitives.Dot<float>(hidden, _second.AsSpan(tag * _hidden, _hidden)))));
        }

        return shares;
    }
}
