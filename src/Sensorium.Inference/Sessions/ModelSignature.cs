using System.Runtime.InteropServices;

namespace Sensorium.Inference;

/// <summary>Reads what a loaded model takes and gives.</summary>
internal static unsafe class ModelSignature
{
    /// <summary>The inputs.</summary>
    /// <param name="api">The runtime.</param>
    /// <param name="session">The session.</param>
    /// <param name="model">What errors call the model.</param>
    /// <returns>In the model's order.</returns>
    /// <exception cref="UnsupportedInputException">One is of a type that no <see cref="Tensor"/> holds.</exception>
    public static TensorSpec[] Inputs(OrtApi api, SessionHandle session, string model) =>
        Read(api, session, model, OrtFunction.SessionGetInputTypeInfo, session.InputNames, session.InputCount);

    /// <summary>The outputs.</summary>
    /// <param name="api">The runtime.</param>
    /// <param name="session">The session.</param>
    /// <param name="model">What errors call the model.</param>
    /// <returns>In the model's order.</returns>
    /// <exception cref="UnsupportedInputException">One is of a type that no <see cref="Tensor"/> holds.</exception>
    public static TensorSpec[] Outputs(OrtApi api, SessionHandle session, string model) =>
        Read(api, session, model, OrtFunction.SessionGetOutputTypeInfo, session.OutputNames, session.OutputCount);

    private static TensorSpec[] Read(OrtApi api, SessionHandle session, string model, OrtFunction teller, nint* names, int count)
    {
        var specs = new TensorSpec[count];
        for (int i = 0; i < count; i++)
        {
            string name = Marshal.PtrToStringUTF8(names[i]) ?? string.Empty;
            (int code, long[] shape) = api.TypeAndShape(teller, session.DangerousGetHandle(), i);
            TensorType type = ElementTypes.FromOnnxCode(code) ?? throw TensorErrors.UnsupportedType(model, name, code);
            for (int d = 0; d < shape.Length; d++)
            {
                shape[d] = Math.Max(shape[d], -1);
            }

            specs[i] = new TensorSpec(name, type, shape);
        }

        return specs;
    }
}
