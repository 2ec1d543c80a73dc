using System.Buffers.Binary;
using System.Text.Json;

namespace Sensorium.Perception;

/// <summary>
/// Writes named arrays in the safetensors layout: eight bytes with the length of a JSON header, the header, then the values, little-endian.
/// </summary>
internal sealed class SafeTensorsWriter
{
    private readonly List<(string Name, string Type, int[] Shape, byte[] Bytes)> _tensors = [];
    private readonly List<(string Key, string Value)> _metadata = [];

    /// <summary>Adds a note on the whole file.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">What it says.</param>
    public void AddMetadata(string key, string value) => _metadata.Add((key, value));

    /// <summary>Adds 32-bit floats.</summary>
    /// <param name="name">Name of the array.</param>
    /// <param name="values">The values, row by row.</param>
    /// <param name="shape">The array's sides.</param>
    public void AddSingles(string name, ReadOnlySpan<float> values, params int[] shape)
    {
        byte[] bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        _tensors.Add((name, "F32", shape, bytes));
    }

    /// <summary>Adds values as 16-bit floats.</summary>
    /// <param name="name">Name of the array.</param>
    /// <param name="values">The values, row by row.</param>
    /// <param name="shape">The array's sides.</param>
    public void AddHalves(string name, ReadOnlySpan<float> values, params int[] shape)
    {
        byte[] bytes = new byte[values.Length * 2];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(i * 2), (Half)values[i]);
        }

        _tensors.Add((name, "F16", shape, bytes));
    }

    /// <summary>The file.</summary>
    /// <returns>Its bytes.</returns>
    public byte[] ToBytes()
    {
        const int Alignment = 8;
        using MemoryStream file = new();
        using (Utf8JsonWriter json = new(file))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach ((string key, string value) in _metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            long offset = 0;
            foreach ((string name, string type, int[] shape, byte[] bytes) in _tensors)
            {
                WriteEntry(json, name, type, shape, offset, offset += bytes.Length);
            }

            json.WriteEndObject();
        }

        while (file.Length % Alignment != 0)
        {
            file.WriteByte((byte)' ');
        }

        byte[] header = file.ToArray();
        using MemoryStream whole = new();
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        whole.Write(length);
        whole.Write(header);
        foreach ((_, _, _, byte[] bytes) in _tensors)
        {
            whole.Write(bytes);
        }

        return whole.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, string name, string type, int[] shape, long from, long to)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", type);
        json.WriteStartArray("shape");
        foreach (int side in shape)
        {
            json.WriteNumberValue(side);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(from);
        json.WriteNumberValue(to);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
