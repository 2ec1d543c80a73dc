namespace Sensorium.Inference;

/// <summary>How a <see cref="TensorType"/> is called in C#, in ONNX and in sentences.</summary>
internal static class ElementTypes
{
    /// <summary>The type of elements that are <typeparamref name="T"/> in C#.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentException">No tensor holds such elements.</exception>
    public static TensorType Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? TensorType.Float32
        : typeof(T) == typeof(Half) ? TensorType.Float16
        : typeof(T) == typeof(long) ? TensorType.Int64
        : typeof(T) == typeof(int) ? TensorType.Int32
        : typeof(T) == typeof(byte) ? TensorType.UInt8
        : typeof(T) == typeof(bool) ? TensorType.Bool
        : throw new ArgumentException($"A tensor holds float, Half, long, int, byte or bool, not {typeof(T).Name}.");

    /// <summary>An array for elements of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="length">How many.</param>
    /// <param name="zeroed">Whether they must start as zero.</param>
    /// <returns>The array.</returns>
    public static Array NewArray(TensorType type, int length, bool zeroed)
    {
        return type switch
        {
            TensorType.Float32 => New<float>(),
            TensorType.Float16 => New<Half>(),
            TensorType.Int64 => New<long>(),
            TensorType.Int32 => New<int>(),
            TensorType.UInt8 => New<byte>(),
            _ => New<bool>(),
        };

        T[] New<T>() => zeroed ? new T[length] : GC.AllocateUninitializedArray<T>(length);
    }

    /// <summary>Bytes of one element.</summary>
    /// <param name="type">The type.</param>
    /// <returns>1 to 8.</returns>
    public static int Size(this TensorType type) => type switch
    {
        TensorType.Float32 or TensorType.Int32 => 4,
        TensorType.Float16 => 2,
        TensorType.Int64 => 8,
        _ => 1,
    };

    /// <summary>The type as ONNX and its documents spell it, e.g. <c>float32</c>.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The name, the same in every language.</returns>
    public static string Name(this TensorType type) => type switch
    {
        TensorType.Float32 => "float32",
        TensorType.Float16 => "float16",
        TensorType.Int64 => "int64",
        TensorType.Int32 => "int32",
        TensorType.UInt8 => "uint8",
        _ => "bool",
    };

    /// <summary>The type's code in ONNX (<c>TensorProto.DataType</c> and <c>ONNXTensorElementDataType</c>).</summary>
    /// <param name="type">The type.</param>
    /// <returns>The code.</returns>
    public static int OnnxCode(this TensorType type) => type switch
    {
        TensorType.Float32 => 1,
        TensorType.UInt8 => 2,
        TensorType.Int32 => 6,
        TensorType.Int64 => 7,
        TensorType.Bool => 9,
        _ => 10,
    };

    /// <summary>The type with a code in ONNX.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The type; null for one that no <see cref="Tensor"/> holds.</returns>
    public static TensorType? FromOnnxCode(int code) => code switch
    {
        1 => TensorType.Float32,
        2 => TensorType.UInt8,
        6 => TensorType.Int32,
        7 => TensorType.Int64,
        9 => TensorType.Bool,
        10 => TensorType.Float16,
        _ => null,
    };

    /// <summary>The name of any type's code in ONNX, for a sentence about one that is not supported.</summary>
    /// <param name="code">The code.</param>
    /// <returns>E.g. <c>float64</c>.</returns>
    public static string NameOfOnnxCode(int code) => FromOnnxCode(code)?.Name() ?? code switch
    {
        3 => "int8",
        4 => "uint16",
        5 => "int16",
        8 => "string",
        11 => "float64",
        12 => "uint32",
        13 => "uint64",
        14 => "complex64",
        15 => "complex128",
        16 => "bfloat16",
        _ => $"type {code}",
    };
}
