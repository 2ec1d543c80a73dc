using System.Globalization;
using System.Text;

namespace Sensorium.Media;

/// <summary>
/// Reads one picture in Netpbm's PAM form with alpha (8 or 16 bits a sample) from a pipe, lays it over white and reduces it row by row.
/// </summary>
/// <param name="pipe">The pipe.</param>
/// <param name="input">What is read and how.</param>
internal sealed class PamReader(Stream pipe, PictureInput input)
{
    private const int MostHeaderBytes = 512;

    /// <summary>Width of the whole picture; 0 where none came.</summary>
    public int Width { get; private set; }

    /// <summary>Height of the whole picture; 0 where none came.</summary>
    public int Height { get; private set; }

    /// <summary>Reads the picture.</summary>
    /// <param name="cancellationToken">Stops on the way.</param>
    /// <returns>The reduced picture; null where nothing or only a part came.</returns>
    public async Task<Picture?> ReadAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, int>? header = await ReadHeaderAsync(cancellationToken);
        if (header is null || header["WIDTH"] < 1 || header["HEIGHT"] < 1)
        {
            return null;
        }

        Width = header["WIDTH"];
        Height = header["HEIGHT"];
        input.CheckSize(Width, Height);
        (int width, int height) = input.Fit(Width, Height);

        // The samples are those of a PNG with alpha, and so is what becomes of them.
        var form = new PngHeader(Width, Height, header["MAXVAL"] > 255 ? 16 : 8, PngHeader.TrueColourAlpha, Interlaced: false);
        var pixels = new PngPixels(form, default, default);
        var reducer = new AreaReducer(Width, Height, width, height);
        var row = new byte[form.RowBytes(Width)];
        var rgb = new byte[Width * 3];
        for (int y = 0; y < Height; y++)
        {
            if (await pipe.ReadAtLeastAsync(row, row.Length, throwOnEndOfStream: false, cancellationToken) < row.Length)
            {
                return null;
            }

            pixels.Convert(row, rgb);
            reducer.AddRow(rgb);
        }

        return reducer.Complete();
    }

    private async Task<Dictionary<string, int>?> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (text.Length < MostHeaderBytes && await pipe.ReadAsync(one, cancellationToken) == 1)
        {
            text.Append((char)one[0]);
            if (one[0] == '\n' && text.ToString().EndsWith("ENDHDR\n", StringComparison.Ordinal))
            {
                var values = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (string[] words in text.ToString().Split('\n').Select(line => line.Split(' ')))
                {
                    if (words.Length == 2 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int value))
                    {
                        values[words[0]] = value;
                    }
                }

                return values.ContainsKey("WIDTH") && values.ContainsKey("HEIGHT") && values.ContainsKey("MAXVAL") && values.GetValueOrDefault("DEPTH") == 4
                    ? values
                    : null;
            }
        }

        return null;
    }
}
