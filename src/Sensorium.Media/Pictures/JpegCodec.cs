using System.Runtime.InteropServices;

namespace Sensorium.Media;

/// <summary>JPEG through libjpeg-turbo, which decodes large photographs directly at a fraction of their size.</summary>
public static class JpegCodec
{
    /// <summary>Whether the library is there. <c>SENSORIUM_TURBOJPEG</c> gives its path where it is not in a usual place.</summary>
    public static bool IsAvailable => TurboJpeg.IsAvailable;

    /// <summary>The name or path under which the library was found; null where it is missing.</summary>
    public static string? LibraryName => TurboJpeg.IsAvailable ? TurboJpeg.LoadedFrom : null;

    /// <summary>Encodes a picture as baseline JPEG; the same picture and quality give the same bytes.</summary>
    /// <param name="picture">The picture, each side at most 65,500.</param>
    /// <param name="quality">1 (smallest) to 100 (best); from 90 on colour is stored at full resolution. Default 88.</param>
    /// <returns>The file.</returns>
    /// <exception cref="MissingComponentException">libjpeg-turbo is not installed.</exception>
    /// <exception cref="LimitReachedException">The picture is larger than JPEG allows.</exception>
    public static unsafe byte[] Encode(Picture picture, int quality = 88)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        if (!TurboJpeg.IsAvailable)
        {
            throw ComponentErrors.TurboJpegMissing();
        }

        if (Math.Max(picture.Width, picture.Height) > 65500)
        {
            throw new LimitReachedException(new LocalizedText(
                $"A picture of {picture.Width} x {picture.Height} pixels does not fit into JPEG, which holds at most 65,500 a side; write PNG instead.",
                $"{picture.Width} x {picture.Height} 픽셀 그림은 한 변이 최대 65,500픽셀인 JPEG에 담을 수 없습니다. PNG로 저장하십시오."));
        }

        nint handle = TurboJpeg.InitCompress();
        byte* jpeg = null;
        try
        {
            CULong size = default;
            int sampling = quality >= 90 ? TurboJpeg.Sampling444 : TurboJpeg.Sampling420;
            fixed (byte* pixels = picture.Pixels)
            {
                int failed = TurboJpeg.Compress(
                    handle, pixels, picture.Width, 0, picture.Height, TurboJpeg.PixelRgb, &jpeg, &size, sampling, quality, TurboJpeg.FlagAccurateDct);
                if (failed != 0)
                {
                    throw new InvalidOperationException($"libjpeg-turbo could not encode: {TurboJpeg.Error(handle)}");
                }
            }

            return new ReadOnlySpan<byte>(jpeg, checked((int)size.Value)).ToArray();
        }
        finally
        {
            if (jpeg != null)
            {
                TurboJpeg.Free(jpeg);
            }

            _ = TurboJpeg.Destroy(handle);
        }
    }
}
