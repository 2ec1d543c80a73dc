using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Sensorium.Media.Tests;

/// <summary>
/// Writes PNG files of every kind from given samples, straight from the specification and without the code under test,
/// and says what they must look like.
/// </summary>
internal sealed class PngMaker
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int Depth { get; init; }

    public required int ColourType { get; init; }

    public bool Interlaced { get; init; }

    public byte[]? Palette { get; init; }

    public byte[]? Transparency { get; init; }

    public List<(string Type, byte[] Content)> ExtraChunks { get; } = [];

    public CompressionLevel Level { get; init; } = CompressionLevel.Fastest;

    public int Samples => ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>The samples, [height x width x samples], each below two to the depth.</summary>
    public int[] Values { get; private set; } = [];

    public PngMaker Fill(ulong seed)
    {
        var random = new Pcg32(seed);
        int most = ColourType == 3 ? Palette!.Length / 3 : 1 << Depth;
        Values = new int[Width * Height * Samples];
        for (int i = 0; i < Values.Length; i++)
        {
            Values[i] = random.Next(most);
        }

        return this;
    }

    /// <summary>What the picture must look like over white, in exact arithmetic until the last rounding.</summary>
    public byte[] Expected()
    {
        double most = (1 << Depth) - 1;
        var rgb = new byte[Width * Height * 3];
        for (int i = 0; i < Width * Height; i++)
        {
            ReadOnlySpan<int> v = Values.AsSpan(i * Samples, Samples);
            double[] colour = ColourType switch
            {
                0 or 4 => [v[0] / most, v[0] / most, v[0] / most],
                3 => [Palette![v[0] * 3] / 255.0, Palette[(v[0] * 3) + 1] / 255.0, Palette[(v[0] * 3) + 2] / 255.0],
                _ => [v[0] / most, v[1] / most, v[2] / most],
            };
            double alpha = ColourType switch
            {
                4 => v[1] / most,
                6 => v[3] / most,
                3 => Transparency is not null && v[0] < Transparency.Length ? Transparency[v[0]] / 255.0 : 1,
                _ => Transparency is not null && IsKey(v) ? 0 : 1,
            };
            for (int c = 0; c < 3; c++)
            {
                rgb[(i * 3) + c] = (byte)Math.Floor((255 * ((colour[c] * alpha) + 1 - alpha)) + 0.5);
            }
        }

        return rgb;
    }

    public byte[] File()
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = (byte)Depth;
        header[9] = (byte)ColourType;
        header[12] = Interlaced ? (byte)1 : (byte)0;
        Chunk(file, "IHDR", header);
        if (Palette is not null)
        {
            Chunk(file, "PLTE", Palette);
        }

        if (Transparency is not null)
        {
            Chunk(file, "tRNS", Transparency);
        }

        ExtraChunks.ForEach(chunk => Chunk(file, chunk.Type, chunk.Content));
        byte[] data = Data();

        // Several chunks, one of them empty, as the specification allows.
        int half = data.Length / 2;
        Chunk(file, "IDAT", data[..half]);
        Chunk(file, "IDAT", []);
        Chunk(file, "IDAT", data[half..]);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    public static void Chunk(Stream file, string type, byte[] content)
    {
        byte[] head = Encoding.ASCII.GetBytes(type);
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(head);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, PlainCrc([.. head, .. content]));
        file.Write(number);
    }

    /// <summary>The checksum bit by bit, as annex D of the specification has it.</summary>
    public static uint PlainCrc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }

    private bool IsKey(ReadOnlySpan<int> pixel)
    {
        for (int i = 0; i < Samples; i++)
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(Transparency.AsSpan(i * 2)) != pixel[i])
            {
                return false;
            }
        }

        return true;
    }

    private byte[] Data()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, Level, leaveOpen: true))
        {
            foreach ((int x0, int y0, int stepX, int stepY) in Interlaced ? Adam7 : [(0, 0, 1, 1)])
            {
                Pass(zlib, x0, y0, stepX, stepY);
            }
        }

        return packed.ToArray();
    }

    private void Pass(Stream zlib, int x0, int y0, int stepX, int stepY)
    {
        int width = (Width - x0 + stepX - 1) / stepX;
        int height = (Height - y0 + stepY - 1) / stepY;
        if (width <= 0 || height <= 0)
        {
            return;
        }

        int length = ((width * Samples * Depth) + 7) / 8;
        int step = Math.Max(1, Samples * Depth / 8);
        var previous = new byte[length];
        for (int row = 0; row < height; row++)
        {
            var plain = new byte[length];
            int bit = 0;
            for (int x = 0; x < width; x++)
            {
                for (int s = 0; s < Samples; s++)
                {
                    int value = Values[(((((y0 + (row * stepY)) * Width) + x0 + (x * stepX)) * Samples) + s)];
                    for (int b = Depth - 1; b >= 0; b--, bit++)
                    {
                        plain[bit / 8] |= (byte)(((value >> b) & 1) << (7 - (bit % 8)));
                    }
                }
            }

            int filter = row % 5;
            zlib.WriteByte((byte)filter);
            for (int i = 0; i < length; i++)
            {
                int a = i >= step ? plain[i - step] : 0;
                int b = previous[i];
                int c = i >= step ? previous[i - step] : 0;
                int predicted = filter switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) / 2, _ => Paeth(a, b, c) };
                zlib.WriteByte((byte)(plain[i] - predicted));
            }

            previous = plain;
        }
    }

    private static int Paeth(int a, int b, int c)
    {
        int p = a + b - c;
        int pa = Math.Abs(p - a);
        int pb = Math.Abs(p - b);
        int pc = Math.Abs(p - c);
        return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    }
}
