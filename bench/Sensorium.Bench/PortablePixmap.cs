using System.Globalization;
using System.Text;

namespace Sensorium.Bench;

/// <summary>Reads binary PPM files without comments, which every picture program can write.</summary>
internal static class PortablePixmap
{
    /// <summary>Reads a file.</summary>
    public static Picture Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int at = 0;
        if (Word() != "P6")
        {
            throw new InvalidDataException($"{path} is not a binary PPM file (P6).");
        }

        int width = int.Parse(Word(), CultureInfo.InvariantCulture);
        int height = int.Parse(Word(), CultureInfo.InvariantCulture);
        Word();
        at++;
        return new Picture(width, height, bytes[at..(at + (width * height * 3))]);

        string Word()
        {
            while (bytes[at] <= ' ')
            {
                at++;
            }

            int start = at;
            while (bytes[at] > ' ')
            {
                at++;
            }

            return Encoding.ASCII.GetString(bytes, start, at - start);
        }
    }
}
