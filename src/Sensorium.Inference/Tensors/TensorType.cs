namespace Sensorium.Inference;

/// <summary>What the elements of a <see cref="Tensor"/> are.</summary>
public enum TensorType
{
    /// <summary>IEEE 754 single precision, <see cref="float"/>.</summary>
    Float32,

    /// <summary>IEEE 754 half precision, <see cref="Half"/>.</summary>
    Float16,

    /// <summary>Whole numbers of 64 bits, <see cref="long"/>.</summary>
    Int64,

    /// <summary>Whole numbers of 32 bits, <see cref="int"/>.</summary>
    Int32,

    /// <summary>Whole numbers from 0 to 255, <see cref="byte"/>.</summary>
    UInt8,

    /// <summary>True or false, one byte each, <see cref="bool"/>.</summary>
    Bool,
}
