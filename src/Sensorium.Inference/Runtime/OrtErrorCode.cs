namespace Sensorium.Inference;

/// <summary>The <c>OrtErrorCode</c> of onnxruntime_c_api.h, as far as it is told apart.</summary>
internal enum OrtErrorCode
{
    /// <summary>Any failure.</summary>
    Fail = 1,

    /// <summary>An argument does not fit: an input's type, rank or size.</summary>
    InvalidArgument = 2,

    /// <summary>An operator, or a type that it is used with, has no implementation.</summary>
    NotImplemented = 9,
}
