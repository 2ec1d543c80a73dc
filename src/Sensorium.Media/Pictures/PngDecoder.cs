using System.IO.Compression;

namespace Sensorium.Media;

/// <summary>
/// Decodes PNG row by row, reducing meanwhile, so that memory depends on the width and the target only. Everything up to the last pixel
/// must be intact, checksums included; what follows is looked at for an orientation and otherwise does not matter.
/// Gamma and colour profiles are not applied; of an animated picture the default image is taken.
/// </summary>
internal sealed class PngDecoder
{
    private const int MostExifBytes = 1 << 20;
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly PngChunkReader _chunks;
    private readonly PictureInput _input;
    private readonly CancellationToken _cancellationToken;
    private byte[]? _palette;
    private byte[]? _transparency;
    private int _orientation = 1;

    private PngDecoder(Stream file, PictureInput input, CancellationToken cancellationToken)
    {
        _chunks = new PngChunkReader(file, input);
        _input = input;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Decodes a picture.</summary>
    /// <param name="file">The file, behind the signature.</param>
    /// <param name="input">What is read and how.</param>
    /// <param name="cancellationToken">Stops on the way.</param>
    /// <returns>The picture.</returns>
    public static DecodedPicture Decode(Stream file, PictureInput input, CancellationToken cancellationToken) =>
        new PngDecoder(file, input, cancellationToken).Decode();

    private DecodedPicture Decode()
    {
        PngHeader header = ReadUpToData();
        var pixels = new PngPixels(header, _palette, _transparency);
        using var data = new PngDataStream(_chunks, _cancellationToken);
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        (int width, int height) = _input.Fit(header.Width, header.Height);
        Picture picture;
        try
        {
            picture = header.Interlaced ? ReadPasses(zlib, header, pixels, width, height) : ReadRows(zlib, header, pixels, width, height);

            // One step further, so that the checksum of the compressed data is looked at.
            _ = zlib.ReadByte();
        }
        catch (InvalidDataException error)
        {
            throw PictureErrors.Damaged(_input.Name, _input.Format, "broken compression", error);
        }

        if (_chunks.Type == PngChunkReader.Data)
        {
            _chunks.Finish(_cancellationToken);
        }

        ReadTail();
        return _input.Finish(picture, header.Width, header.Height, _orientation);
    }

    private PngHeader ReadUpToData()
    {
        _chunks.Next();
        if (_chunks.Type != PngChunkReader.Header)
        {
            throw PictureErrors.Damaged(_input.Name, _input.Format, $"first chunk is {PngChunkReader.Name(_chunks.Type)}");
        }

        PngHeader header = PngHeader.Parse(_chunks.ReadAll(64), _input);
        for (_chunks.Next(); _chunks.Type != PngChunkReader.Data; _chunks.Next())
        {
            switch (_chunks.Type)
            {
                case PngChunkReader.Palette:
                    _palette = _chunks.ReadAll(256 * 3);
                    break;
                case PngChunkReader.Transparency:
                    _transparency = _chunks.ReadAll(256);
                    break;
                case PngChunkReader.Exif:
                    _orientation = ExifOrientation.Read(_chunks.ReadAll(MostExifBytes));
                    break;
                default:
                    if (!_chunks.IsAncillary)
                    {
                        throw PictureErrors.Damaged(_input.Name, _input.Format, $"chunk {PngChunkReader.Name(_chunks.Type)} before the samples");
                    }

                    _chunks.Finish(_cancellationToken);
                    break;
            }
        }

        if (header.ColourType == PngHeader.Indexed && _palette is null)
        {
            throw PictureErrors.Damaged(_input.Name, _input.Format, "no palette");
        }

        return header;
    }

    private Picture ReadRows(Stream zlib, PngHeader header, PngPixels pixels, int width, int height)
    {
        var reducer = new AreaReducer(header.Width, header.Height, width, height);
        var rgb = new byte[header.Width * 3];
        ReadPass(zlib, header, header.Width, header.Height, (row, _) =>
        {
            pixels.Convert(row, rgb);
            reducer.AddRow(rgb);
        });
        return reducer.Complete();
    }

    private Picture ReadPasses(Stream zlib, PngHeader header, PngPixels pixels, int width, int height)
    {
        if ((long)width * height * 3 * sizeof(ulong) > _input.Options.Limits.MostMemory)
        {
            throw PictureErrors.TooMuchMemory(_input.Name, _input.Options.Limits);
        }

        var reducer = new ScatterReducer(header.Width, header.Height, width, height);
        foreach ((int x, int y, int stepX, int stepY) in Passes)
        {
            int passWidth = (header.Width - x + stepX - 1) / stepX;
            int passHeight = (header.Height - y + stepY - 1) / stepY;
            if (passWidth > 0 && passHeight > 0)
            {
                var rgb = new byte[passWidth * 3];
                ReadPass(zlib, header, passWidth, passHeight, (row, index) =>
                {
                    pixels.Convert(row, rgb);
                    reducer.Add(y + (index * stepY), x, stepX, rgb);
                });
            }
        }

        return reducer.Complete();
    }

    private void ReadPass(Stream zlib, PngHeader header, int width, int height, Action<ReadOnlySpan<byte>, int> take)
    {
        int length = header.RowBytes(width);
        int step = Math.Max(1, header.PixelBits / 8);
        var row = new byte[length + 1];
        var previous = new byte[length + 1];
        for (int y = 0; y < height; y++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (zlib.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
            {
                throw PictureErrors.Truncated(_input.Name, _input.Format);
            }

            if (!PngFilter.Undo(row[0], row.AsSpan(1), previous.AsSpan(1), step))
            {
                throw PictureErrors.Damaged(_input.Name, _input.Format, $"row filter {row[0]}");
            }

            take(row.AsSpan(1), y);
            (row, previous) = (previous, row);
        }
    }

    // The pixels are all there; a file that is cut off from here on has lost nothing that can be seen.
    private void ReadTail()
    {
        try
        {
            if (_chunks.Type == PngChunkReader.Data)
            {
                _chunks.Next();
            }

            while (_chunks.Type != PngChunkReader.End)
            {
                if (_chunks.Type == PngChunkReader.Exif)
                {
                    _orientation = ExifOrientation.Read(_chunks.ReadAll(MostExifBytes));
                }
                else
                {
                    _chunks.Finish(_cancellationToken);
                }

                _chunks.Next();
            }
        }
        catch (MalformedInputException)
        {
        }
    }
}
