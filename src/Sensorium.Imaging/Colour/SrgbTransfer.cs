namespace Sensorium.Imaging;

/// <summary>The transfer curve of sRGB (IEC 61966-2-1:1999): between encoded bytes and light.</summary>
public static class SrgbTransfer
{
    private static readonly float[] LinearOfByte = BuildTable();

    /// <summary>For each of the 256 byte values the light it stands for, 0..1: <c>[256]</c>.</summary>
    public static ReadOnlySpan<float> LinearTable => LinearOfByte;

    /// <summary>Light of an encoded value.</summary>
    /// <param name="encoded">Encoded value, 0..1.</param>
    /// <returns>Light, 0..1.</returns>
    public static double ToLinear(double encoded) =>
        encoded <= 0.04045 ? encoded / 12.92 : Math.Pow((encoded + 0.055) / 1.055, 2.4);

    /// <summary>Light of an encoded byte, by table.</summary>
    /// <param name="encoded">Encoded value, 0..255.</param>
    /// <returns>Light, 0..1.</returns>
    public static float ToLinear(byte encoded) => LinearOfByte[encoded];

    /// <summary>Encoded value of light.</summary>
    /// <param name="linear">Light, 0..1.</param>
    /// <returns>Encoded value, 0..1.</returns>
    public static double FromLinear(double linear) =>
        linear <= 0.0031308 ? linear * 12.92 : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;

    /// <summary>Encoded byte of light.</summary>
    /// <param name="linear">Light; values outside 0..1 are clipped.</param>
    /// <returns>The nearest byte.</returns>
    public static byte ToByte(double linear) =>
        (byte)Math.Round(255 * FromLinear(Math.Clamp(linear, 0, 1)), MidpointRounding.AwayFromZero);

    private static float[] BuildTable()
    {
        float[] table = new float[256];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = (float)ToLinear(i / 255.0);
        }

        return table;
    }
}
