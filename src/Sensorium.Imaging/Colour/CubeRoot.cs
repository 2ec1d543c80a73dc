using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Imaging;

/// <summary>
/// Cube root of numbers from 0 to about 1, one at a time and eight at a time, by the same operations in the same order, so that both agree to the last bit.
/// A guess from the exponent (a third of the bit pattern) and two Halley steps: a relative error under 3e-7.
/// </summary>
internal static class CubeRoot
{
    // Bits of a float are nearly its logarithm, offset by 127 << 23; a third of them, and two thirds of the offset, is nearly the cube root.
    private const float Third = 1f / 3;
    private const int Offset = 709921077;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float x)
    {
        float y = BitConverter.Int32BitsToSingle((int)(BitConverter.SingleToInt32Bits(x) * Third) + Offset);
        float cube = y * y * y;
        y *= (cube + (x + x)) / (cube + cube + x);
        cube = y * y * y;
        return y * ((cube + (x + x)) / (cube + cube + x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x)
    {
        Vector256<int> guess = Vector256.ConvertToInt32(Vector256.ConvertToSingle(x.AsInt32()) * Third) + Vector256.Create(Offset);
        Vector256<float> y = guess.AsSingle();
        Vector256<float> cube = y * y * y;
        y *= (cube + (x + x)) / (cube + cube + x);
        cube = y * y * y;
        return y * ((cube + (x + x)) / (cube + cube + x));
    }
}
