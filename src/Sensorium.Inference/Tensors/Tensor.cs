using System.Runtime.CompilerServices;

namespace Sensorium.Inference;

/// <summary>
/// Numbers in a block of any rank, in managed memory, row-major: the last dimension's neighbours lie side by side.
/// Rank 0 is a scalar with one element; a dimension of 0 makes the tensor empty.
/// </summary>
public sealed class Tensor
{
    private readonly Array _values;
    private readonly long[] _shape;

    private Tensor(Array values, TensorType type, long[] shape)
    {
        _values = values;
        _shape = shape;
        Type = type;
    }

    /// <summary>What the elements are.</summary>
    public TensorType Type { get; }

    /// <summary>The size of each dimension, the slowest first; empty for a scalar.</summary>
    public ReadOnlySpan<long> Shape => _shape;

    /// <summary>The number of elements: the product of <see cref="Shape"/>, 1 for a scalar.</summary>
    public long Length => _values.LongLength;

    /// <summary>The elements' memory, to be pinned.</summary>
    internal Array Memory => _values;

    /// <summary>The size of the elements in bytes.</summary>
    internal long ByteLength => Length * Type.Size();

    /// <summary>Wraps an array: nothing is copied, and the array's later changes are the tensor's.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="Half"/>, <see cref="long"/>, <see cref="int"/>, <see cref="byte"/> or <see cref="bool"/>.</typeparam>
    /// <param name="values">The elements, row-major.</param>
    /// <param name="shape">The size of each dimension; none for a scalar.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The shape does not hold as many elements as came, a size is negative, or no tensor holds such elements.</exception>
    public static Tensor Of<T>(T[] values, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        TensorType type = ElementTypes.Of<T>();
        long length = LengthOf(shape);
        return length == values.Length
            ? new Tensor(values, type, shape.ToArray())
            : throw new ArgumentException($"The shape {Describe(shape)} holds {length} elements, but {values.Length} came.", nameof(shape));
    }

    /// <summary>A tensor whose elements are all 0, or false.</summary>
    /// <param name="type">What the elements are.</param>
    /// <param name="shape">The size of each dimension; none for a scalar.</param>
    /// <returns>The tensor, with memory of its own.</returns>
    /// <exception cref="ArgumentException">A size is negative, or there are more elements than an array holds.</exception>
    public static Tensor Zeros(TensorType type, params ReadOnlySpan<long> shape) => New(type, shape.ToArray(), zeroed: true);

    /// <summary>The elements; writing to them changes the tensor.</summary>
    /// <typeparam name="T">The C# type that <see cref="Type"/> stands for.</typeparam>
    /// <returns>All elements, row-major.</returns>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public Span<T> Values<T>()
        where T : unmanaged =>
        ElementTypes.Of<T>() == Type
            ? Unsafe.As<T[]>(_values).AsSpan()
            : throw new InvalidOperationException($"The tensor holds {Type.Name()}, not {ElementTypes.Of<T>().Name()}.");

    /// <summary>Type and shape, e.g. <c>float32 [1, 3, 320, 320]</c>.</summary>
    /// <returns>The text, the same in every language.</returns>
    public override string ToString() => $"{Type.Name()} {Describe(_shape)}";

    /// <summary>A shape in brackets, a size that may be any as <c>?</c>.</summary>
    internal static string Describe(ReadOnlySpan<long> shape)
    {
        string[] sizes = new string[shape.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = shape[i] < 0 ? "?" : shape[i].ToString();
        }

        return $"[{string.Join(", ", sizes)}]";
    }

    /// <summary>A tensor with memory of its own.</summary>
    internal static Tensor New(TensorType type, long[] shape, bool zeroed)
    {
        long length = LengthOf(shape);
        return length <= Array.MaxLength
            ? new Tensor(ElementTypes.NewArray(type, (int)length, zeroed), type, shape)
            : throw new ArgumentException($"The shape {Describe(shape)} holds {length} elements, more than an array takes.", nameof(shape));
    }

    private static long LengthOf(ReadOnlySpan<long> shape)
    {
        long length = 1;
        foreach (long size in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(shape));
            try
            {
                length = checked(length * size);
            }
            catch (OverflowException)
            {
                throw new ArgumentException($"The shape {Describe(shape)} holds more elements than can be counted.", nameof(shape));
            }
        }

        return length;
    }
}
