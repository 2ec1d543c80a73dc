using System.Text;

namespace Sensorium.Media;

/// <summary>Reads pictures in Netpbm's PPM form (8 bits a sample), one after another, from a pipe.</summary>
/// <param name="pipe">The pipe.</param>
/// <param name="mostSide">Longest side of a picture; what says otherwise is broken.</param>
internal sealed class PpmStream(Stream pipe, int mostSide)
{
    private const int MostHeaderBytes = 64;

    /// <summary>Reads the next picture.</summary>
    /// <param name="cancellationToken">Stops on the way.</param>
    /// <returns>The picture; null where no whole one follows.</returns>
    public async Task<Picture?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await ReadSizeAsync(cancellationToken) is not var (width, height) || width < 1 || height < 1 || width > mostSide || height > mostSide)
        {
            return null;
        }

        var pixels = new byte[width * height * 3];
        return await pipe.ReadAtLeastAsync(pixels, pixels.Length, throwOnEndOfStream: false, cancellationToken) == pixels.Length
            ? new Picture(width, height, pixels)
            : null;
    }

    // "P6\n640 360\n255\n".
    private async Task<(int Width, int Height)?> ReadSizeAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        int spaces = 0;
        while (spaces < 4 && text.Length < MostHeaderBytes)
        {
            if (await pipe.ReadAsync(one, cancellationToken) != 1)
            {
                return null;
            }

            spaces += char.IsWhiteSpace((char)one[0]) ? 1 : 0;
            text.Append((char)one[0]);
        }

        return text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["P6", string w, string h, "255"] && int.TryParse(w, out int width) && int.TryParse(h, out int height)
            ? (width, height)
            : null;
    }
}
