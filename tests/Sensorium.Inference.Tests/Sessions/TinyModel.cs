using System.Runtime.InteropServices;

namespace Sensorium.Inference.Tests;

/// <summary>Builds small ONNX models in memory (onnx.proto, IR version 8, opset 17 unless stated), so that the tests need no files.</summary>
internal sealed class TinyModel
{
    private readonly List<ProtoWriter> _nodes = [];
    private readonly List<ProtoWriter> _constants = [];
    private readonly List<ProtoWriter> _inputs = [];
    private readonly List<ProtoWriter> _outputs = [];

    public int Opset { get; init; } = 17;

    /// <summary>A model whose output y is its input x.</summary>
    public static byte[] Identity(int type, params long[]? shape) =>
        new TinyModel().Input("x", type, shape).Output("y", type, shape).Node("Identity", ["x"], ["y"]).Build();

    /// <summary>A running sum: y = next = state + x, of which next goes back to state.</summary>
    public static byte[] RunningSum(params long[] shape) => new TinyModel()
        .Input("x", 1, shape).Input("state", 1, shape).Output("y", 1, shape).Output("next", 1, shape)
        .Node("Add", ["x", "state"], ["next"]).Node("Identity", ["next"], ["y"]).Build();

    /// <summary>A loop that takes very long: a scalar int64 x is counted up by one, as often as x says.</summary>
    public static byte[] CountTo()
    {
        ProtoWriter body = new();
        body.Message(1, NewNode("Add", ["total_in", "one"], ["total_out"]));
        body.Message(1, NewNode("Identity", ["go_in"], ["go_out"]));
        body.Text(2, "body");
        body.Message(11, Value("count", 7, [])).Message(11, Value("go_in", 9, [])).Message(11, Value("total_in", 7, []));
        body.Message(12, Value("go_out", 9, [])).Message(12, Value("total_out", 7, []));
        ProtoWriter attribute = new ProtoWriter().Text(1, "body").Message(6, body).Number(20, 5);
        return new TinyModel()
            .Input("x", 7, []).Output("y", 7, [])
            .Constant<long>("one", 7, [1], []).Constant<long>("zero", 7, [0], []).Constant<bool>("go", 9, [true], [])
            .Node("Loop", ["x", "go", "zero"], ["y"], attribute).Build();
    }

    // A shape's sizes; -1 for any; null for no stated shape.
    public TinyModel Input(string name, int type, params long[]? shape)
    {
        _inputs.Add(Value(name, type, shape));
        return this;
    }

    public TinyModel Output(string name, int type, params long[]? shape)
    {
        _outputs.Add(Value(name, type, shape));
        return this;
    }

    /// <summary>An output that is a sequence of tensors.</summary>
    public TinyModel SequenceOutput(string name, int type)
    {
        ProtoWriter element = new ProtoWriter().Message(1, new ProtoWriter().Number(1, type));
        ProtoWriter sequence = new ProtoWriter().Message(4, new ProtoWriter().Message(1, element));
        _outputs.Add(new ProtoWriter().Text(1, name).Message(2, sequence));
        return this;
    }

    public TinyModel Constant<T>(string name, int type, T[] values, long[] shape)
        where T : unmanaged
    {
        ProtoWriter tensor = new();
        foreach (long size in shape)
        {
            tensor.Number(1, size);
        }

        _constants.Add(tensor.Number(2, type).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values.AsSpan()).ToArray()));
        return this;
    }

    public TinyModel Node(string operation, string[] inputs, string[] outputs, params ProtoWriter[] attributes)
    {
        _nodes.Add(NewNode(operation, inputs, outputs, attributes));
        return this;
    }

    /// <summary>A whole-number attribute of a node.</summary>
    public static ProtoWriter Whole(string name, long value) => new ProtoWriter().Text(1, name).Number(3, value).Number(20, 2);

    public byte[] Build()
    {
        ProtoWriter graph = new();
        _nodes.ForEach(node => graph.Message(1, node));
        graph.Text(2, "tiny");
        _constants.ForEach(constant => graph.Message(5, constant));
        _inputs.ForEach(input => graph.Message(11, input));
        _outputs.ForEach(output => graph.Message(12, output));
        return new ProtoWriter().Number(1, 8).Text(2, "tests").Message(7, graph)
            .Message(8, new ProtoWriter().Text(1, string.Empty).Number(2, Opset)).ToArray();
    }

    private static ProtoWriter NewNode(string operation, string[] inputs, string[] outputs, params ProtoWriter[] attributes)
    {
        ProtoWriter node = new();
        Array.ForEach(inputs, input => node.Text(1, input));
        Array.ForEach(outputs, output => node.Text(2, output));
        node.Text(4, operation);
        Array.ForEach(attributes, attribute => node.Message(5, attribute));
        return node;
    }

    private static ProtoWriter Value(string name, int type, long[]? shape)
    {
        ProtoWriter tensor = new ProtoWriter().Number(1, type);
        if (shape is not null)
        {
            ProtoWriter sizes = new();
            for (int i = 0; i < shape.Length; i++)
            {
                sizes.Message(1, shape[i] < 0 ? new ProtoWriter().Text(2, $"size{i}") : new ProtoWriter().Number(1, shape[i]));
            }

            tensor.Message(2, sizes);
        }

        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor));
    }
}
