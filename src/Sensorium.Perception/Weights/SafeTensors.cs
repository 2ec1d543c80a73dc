using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sensorium.Perception;

/// <summary>
/// Reads named arrays in the safetensors layout: eight bytes with the length of a JSON header, the header, then the values, little-endian.
/// Only what is read here is allowed: 16-bit and 32-bit floats, all finite, 32-bit numbers without sign and 8-bit ones with sign.
/// </summary>
internal sealed class SafeTensors
{
    private const int LengthBytes = sizeof(long);
    private const int LongestHeader = 1 << 20;
    private const long LongestFile = 64 << 20;

    private readonly string _path;
    private readonly byte[] _file;
    private readonly int _values;
    private readonly JsonElement _header;

    private SafeTensors(string path, byte[] file)
    {
        _path = path;
        _file = file;
        long length = file.Length >= LengthBytes ? BinaryPrimitives.ReadInt64LittleEndian(file) : -1;
        if (length is < 2 or > LongestHeader || LengthBytes + length > file.Length)
        {
            throw Damaged();
        }

        try
        {
            using JsonDocument header = JsonDocument.Parse(file.AsMemory(LengthBytes, (int)length));
            _header = header.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Damaged();
        }

        if (_header.ValueKind != JsonValueKind.Object || !IsText(_header))
        {
            throw Damaged();
        }

        _values = LengthBytes + (int)length;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>Its arrays.</returns>
    /// <exception cref="MalformedInputException">It is missing, too large or damaged.</exception>
    public static SafeTensors Read(string path)
    {
        FileInfo file = new(path);
        if (!file.Exists || file.Length > LongestFile)
        {
            throw Damaged(path);
        }

        try
        {
            return new SafeTensors(path, File.ReadAllBytes(path));
        }
        catch (IOException)
        {
            throw Damaged(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw Damaged(path);
        }
    }

    /// <summary>Demands that a note on the file says something.</summary>
    /// <param name="key">The note's name.</param>
    /// <param name="value">What it must say.</param>
    /// <exception cref="MalformedInputException">It says something else.</exception>
    public void RequireMetadata(string key, string value)
    {
        if (!_header.TryGetProperty("__metadata__", out JsonElement notes) || notes.ValueKind != JsonValueKind.Object
            || !notes.TryGetProperty(key, out JsonElement note) || note.ValueKind != JsonValueKind.String || note.GetString() != value)
        {
            throw new MalformedInputException(new LocalizedText(
                $"The model file '{_path}' is of another kind: its \"{key}\" is not \"{value}\". Install the model that belongs to this version of Sensorium.",
                $"모델 파일 '{_path}'의 종류가 다릅니다. \"{key}\"가 \"{value}\"이어야 합니다. 이 Sensorium 버전에 맞는 모델을 설치하십시오."));
        }
    }

    /// <summary>Whether there is an array.</summary>
    /// <param name="name">The array.</param>
    public bool Has(string name) => _header.TryGetProperty(name, out _);

    /// <summary>How many values an array has.</summary>
    /// <param name="name">The array.</param>
    /// <returns>Their number, at least 1.</returns>
    /// <exception cref="MalformedInputException">There is no such array.</exception>
    public long LengthOf(string name)
    {
        (int from, int to, int size) = Find(name, "F32", "F16", "U32");
        return (to - from) / size;
    }

    /// <summary>The values of an array.</summary>
    /// <param name="name">The array.</param>
    /// <param name="length">How many there must be.</param>
    /// <returns>The values.</returns>
    /// <exception cref="MalformedInputException">There is no such array, it has another length, or a value is not finite.</exception>
    public float[] Floats(string name, int length)
    {
        (int from, int to, int size) = Find(name);
        if ((to - from) / size != length)
        {
            throw Damaged();
        }

        float[] values = new float[length];
        for (int i = 0; i < length; i++)
        {
            ReadOnlySpan<byte> bytes = _file.AsSpan(from + (i * size), size);
            values[i] = size == sizeof(float) ? BinaryPrimitives.ReadSingleLittleEndian(bytes) : (float)BinaryPrimitives.ReadHalfLittleEndian(bytes);
            if (!float.IsFinite(values[i]))
            {
                throw Damaged();
            }
        }

        return values;
    }

    /// <summary>The values of an array by which something is divided.</summary>
    /// <param name="name">The array.</param>
    /// <param name="length">How many there must be.</param>
    /// <returns>The values, each over 0.</returns>
    /// <exception cref="MalformedInputException">As <see cref="Floats"/>, or a value is not over 0.</exception>
    public float[] Positive(string name, int length)
    {
        float[] values = Floats(name, length);
        return Array.TrueForAll(values, value => value > 0) ? values : throw Damaged();
    }

    /// <summary>The values of an array of 32-bit numbers without sign.</summary>
    /// <param name="name">The array.</param>
    /// <param name="length">How many there must be.</param>
    /// <returns>The values.</returns>
    /// <exception cref="MalformedInputException">There is no such array, or it has another length.</exception>
    public uint[] Numbers(string name, int length)
    {
        (int from, int to, _) = Find(name, "U32");
        if ((to - from) / sizeof(uint) != length)
        {
            throw Damaged();
        }

        uint[] values = new uint[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(from + (i * sizeof(uint))));
        }

        return values;
    }

    /// <summary>The values of an array of 8-bit numbers with sign.</summary>
    /// <param name="name">The array.</param>
    /// <param name="length">How many there must be.</param>
    /// <returns>The values.</returns>
    /// <exception cref="MalformedInputException">There is no such array, or it has another length.</exception>
    public sbyte[] SmallNumbers(string name, int length)
    {
        (int from, int to, _) = Find(name, "I8");
        return to - from == length ? [.. MemoryMarshal.Cast<byte, sbyte>(_file.AsSpan(from, length))] : throw Damaged();
    }

    private (int From, int To, int Size) Find(string name) => Find(name, "F32", "F16");

    private (int From, int To, int Size) Find(string name, params ReadOnlySpan<string> allowed)
    {
        if (_header.TryGetProperty(name, out JsonElement entry) && entry.ValueKind == JsonValueKind.Object
            && entry.TryGetProperty("dtype", out JsonElement type) && type.ValueKind == JsonValueKind.String
            && entry.TryGetProperty("data_offsets", out JsonElement offsets) && offsets.ValueKind == JsonValueKind.Array && offsets.GetArrayLength() == 2
            && TryInt(offsets[0], out int from) && TryInt(offsets[1], out int to))
        {
            string kind = type.GetString()!;
            int size = !allowed.Contains(kind) ? 0 : kind switch { "F16" => 2, "I8" => 1, _ => sizeof(float) };
            if (size > 0 && from >= 0 && to > from && to <= _file.Length - _values && (to - from) % size == 0)
            {
                return (_values + from, _values + to, size);
            }
        }

        throw Damaged();
    }

    // A parser lets names and texts pass that are no Unicode.
    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name is not null && IsText(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsText),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryInt(JsonElement number, out int value)
    {
        value = 0;
        return number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out value);
    }

    /// <summary>What is thrown where a value makes no sense.</summary>
    /// <returns>The error.</returns>
    public MalformedInputException Damaged() => Damaged(_path);

    private static MalformedInputException Damaged(string path) => new(new LocalizedText(
        $"The model file '{path}' is missing or damaged. Install the model again; 'sensorium models verify' checks all of them.",
        $"모델 파일 '{path}'이(가) 없거나 손상되었습니다. 모델을 다시 설치하십시오. 'sensorium models verify'로 모든 모델을 확인할 수 있습니다."));
}
