namespace Sensorium.Media;

/// <summary>What the markers before the samples of a JPEG file say (ITU-T T.81, annex B).</summary>
internal sealed class JpegHeader
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    private JpegHeader()
    {
    }

    /// <summary>Width as stored.</summary>
    public int Width { get; private set; }

    /// <summary>Height as stored; 0 where the file tells it only later, which no camera does.</summary>
    public int Height { get; private set; }

    /// <summary>Components: 1 grey, 3 colour, 4 inks.</summary>
    public int Components { get; private set; }

    /// <summary>Whether the picture comes in several scans that refine it, all of which must be held in memory.</summary>
    public bool Progressive { get; private set; }

    /// <summary>Whether an Adobe program wrote it, which stores inks inverted.</summary>
    public bool Adobe { get; private set; }

    /// <summary>EXIF orientation, 1 to 8.</summary>
    public int Orientation { get; private set; } = 1;

    /// <summary>How many scans there are, at least.</summary>
    public int Scans { get; private set; }

    /// <summary>Reads the markers.</summary>
    /// <param name="data">The whole file.</param>
    /// <returns>The header; null where the size does not come before the samples.</returns>
    public static JpegHeader? Parse(ReadOnlySpan<byte> data)
    {
        var header = new JpegHeader();
        int at = 2;
        while (at + 4 <= data.Length)
        {
            if (data[at] != 0xFF)
            {
                at++;
                continue;
            }

            byte marker = data[at + 1];
            if (marker is 0xFF or 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker == EndOfImage)
            {
                break;
            }

            int length = (data[at + 2] << 8) | data[at + 3];
            ReadOnlySpan<byte> body = data[(at + 4)..Math.Min(data.Length, at + 2 + Math.Max(2, length))];
            if (marker == StartOfScan)
            {
                header.Scans = header.Progressive ? CountScans(data[at..]) : 1;
                break;
            }

            header.Take(marker, body);
            at += 2 + Math.Max(2, length);
        }

        return header.Width > 0 && header.Components > 0 ? header : null;
    }

    private static int CountScans(ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> marker = [0xFF, StartOfScan];
        return data.Count(marker);
    }

    private void Take(byte marker, ReadOnlySpan<byte> body)
    {
        // Start of frame: C0 to CF without the tables C4 and CC and the reserved C8.
        if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && body.Length >= 6)
        {
            Height = (body[1] << 8) | body[2];
            Width = (body[3] << 8) | body[4];
            Components = body[5];
            Progressive = marker is 0xC2 or 0xC6 or 0xCA or 0xCE;
        }
        else if (marker == 0xE1 && body.StartsWith("Exif\0\0"u8))
        {
            Orientation = ExifOrientation.Read(body);
        }
        else if (marker == 0xEE && body.StartsWith("Adobe"u8))
        {
            Adobe = true;
        }
    }
}
