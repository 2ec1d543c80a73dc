using System.IO.Compression;
using System.Buffers.Binary;
using Sensorium;
using Sensorium.Samples.Pictures;

string folder = args.Length == 1 ? args[0] : "samples";
ISample[] samples = [new Harbour(), new Meadow(), new Plate(), new Storm(), new Snow()];
Directory.CreateDirectory(folder);
foreach (ISample sample in samples)
{
    Picture p = sample.Draw();
    using FileStream f = File.Create(Path.Combine(folder, sample.Name + ".png"));
    Tmp.Write(f, p);
    Console.WriteLine(sample.Name);
}

internal static class Tmp
{
    public static void Write(Stream s, Picture p)
    {
        s.Write([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
        byte[] h = new byte[13]; BinaryPrimitives.WriteInt32BigEndian(h, p.Width); BinaryPrimitives.WriteInt32BigEndian(h.AsSpan(4), p.Height); h[8] = 8; h[9] = 2;
        Chunk(s, "IHDR", h);
        using MemoryStream m = new();
        using (ZLibStream z = new(m, CompressionLevel.SmallestSize, true))
        {
            byte[] prev = new byte[p.Width * 3]; byte[] o = new byte[p.Width * 3 + 1];
            for (int y = 0; y < p.Height; y++)
            {
                Span<byte> r = p.Row(y); o[0] = 4;
                for (int i = 0; i < r.Length; i++)
                {
                    int a = i >= 3 ? r[i - 3] : 0, b = prev[i], c = i >= 3 ? prev[i - 3] : 0; int q = a + b - c; int pa = Math.Abs(q - a), pb = Math.Abs(q - b), pc = Math.Abs(q - c);
                    o[i + 1] = (byte)(r[i] - (pa <= pb && pa <= pc ? a : pb <= pc ? b : c));
                }
                z.Write(o); r.CopyTo(prev);
            }
        }
        Chunk(s, "IDAT", m.ToArray()); Chunk(s, "IEND", []);
    }
    static void Chunk(Stream s, string t, byte[] d)
    {
        byte[] b = new byte[d.Length + 12]; BinaryPrimitives.WriteInt32BigEndian(b, d.Length); System.Text.Encoding.ASCII.GetBytes(t, b.AsSpan(4)); d.CopyTo(b, 8);
        uint crc = 0xffffffff; foreach (byte x in b.AsSpan(4, d.Length + 4)) { crc ^= x; for (int k = 0; k < 8; k++) { crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1; } }
        BinaryPrimitives.WriteUInt32BigEndian(b.AsSpan(d.Length + 8), ~crc); s.Write(b);
    }
}
