using System.Runtime.Intrinsics;
using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>The colours of a small picture in OKLab and CIELAB, each coordinate a plane, worked out once for all that is measured of them.</summary>
internal sealed class SceneColours
{
    private readonly float[][] _planes;
    private readonly int _count;

    private SceneColours(Picture picture)
    {
        Width = picture.Width;
        Height = picture.Height;
        _count = Width * Height;

        // Whole vectors: behind the last pixel lies mid-grey, which none of the classes of colour counts.
        int padded = (_count + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;
        _planes = new float[9][];
        for (int i = 0; i < _planes.Length; i++)
        {
            _planes[i] = GC.AllocateUninitializedArray<float>(padded);
            _planes[i].AsSpan(_count).Fill(i == 0 ? 0.5f : 0);
        }

        ColourPlanes.Convert(picture.Pixels, ColourSpace.OkLab, _planes[0].AsSpan(0, _count), _planes[1].AsSpan(0, _count), _planes[2].AsSpan(0, _count));
        ColourPlanes.Convert(picture.Pixels, ColourSpace.CieLab, _planes[5].AsSpan(0, _count), _planes[6].AsSpan(0, _count), _planes[7].AsSpan(0, _count));
        for (int i = 0; i < padded; i += Vector256<float>.Count)
        {
            Vector256<float> a = Vector256.LoadUnsafe(ref _planes[1][i]), b = Vector256.LoadUnsafe(ref _planes[2][i]);
            Vector256.Sqrt((a * a) + (b * b)).StoreUnsafe(ref _planes[3][i]);
            (FastAngle.Of(b, a) * (180 / MathF.PI)).StoreUnsafe(ref _planes[4][i]);
            a = Vector256.LoadUnsafe(ref _planes[6][i]);
            b = Vector256.LoadUnsafe(ref _planes[7][i]);
            Vector256.Sqrt((a * a) + (b * b)).StoreUnsafe(ref _planes[8][i]);
        }
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Lightness in OKLab, 0..1: <c>[height x width]</c>, as all planes here.</summary>
    public ReadOnlySpan<float> Lightness => _planes[0].AsSpan(0, _count);

    /// <summary>a in OKLab.</summary>
    public ReadOnlySpan<float> A => _planes[1].AsSpan(0, _count);

    /// <summary>b in OKLab.</summary>
    public ReadOnlySpan<float> B => _planes[2].AsSpan(0, _count);

    /// <summary>Chroma in OKLab, 0..(.33).</summary>
    public ReadOnlySpan<float> Chroma => _planes[3].AsSpan(0, _count);

    /// <summary>Hue in OKLab in degrees, 0..360; 0 for pure grey.</summary>
    public ReadOnlySpan<float> Hue => _planes[4].AsSpan(0, _count);

    /// <summary>L* in CIELAB, 0..100.</summary>
    public ReadOnlySpan<float> LabLightness => _planes[5].AsSpan(0, _count);

    /// <summary>a* in CIELAB.</summary>
    public ReadOnlySpan<float> LabA => _planes[6].AsSpan(0, _count);

    /// <summary>b* in CIELAB.</summary>
    public ReadOnlySpan<float> LabB => _planes[7].AsSpan(0, _count);

    /// <summary>C* in CIELAB, 0..(134).</summary>
    public ReadOnlySpan<float> LabChroma => _planes[8].AsSpan(0, _count);

    /// <summary>How many vectors of eight pixels cover the picture.</summary>
    public int VectorCount => _planes[0].Length / Vector256<float>.Count;

    /// <summary>Converts a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <returns>Planes of its size.</returns>
    public static SceneColours Of(Picture picture) => new(picture);

    /// <summary>Eight pixels: lightness, chroma and hue in OKLab; mid-grey behind the last.</summary>
    /// <param name="index">0 to <see cref="VectorCount"/> - 1.</param>
    /// <returns>The three.</returns>
    public (Vector256<float> Lightness, Vector256<float> Chroma, Vector256<float> Hue) PixelsAt(int index) => (At(0, index), At(3, index), At(4, index));

    /// <summary>Eight pixels in CIELAB: a*, b* and C*; zeros behind the last.</summary>
    /// <param name="index">0 to <see cref="VectorCount"/> - 1.</param>
    /// <returns>The three.</returns>
    public (Vector256<float> A, Vector256<float> B, Vector256<float> Chroma) LabAt(int index) => (At(6, index), At(7, index), At(8, index));

    private Vector256<float> At(int plane, int index) => Vector256.LoadUnsafe(ref _planes[plane][index * Vector256<float>.Count]);
}
