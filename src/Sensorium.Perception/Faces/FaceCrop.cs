using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>
/// Cuts faces out of pictures as square grey tiles, framed as FER2013's are. The mean of the area covered where a face gets smaller,
/// bilinear where it gets larger; outside the picture its border goes on.
/// </summary>
public static class FaceCrop
{
    /// <summary>Cuts out one face.</summary>
    /// <param name="picture">The picture in which the face was found.</param>
    /// <param name="face">The face.</param>
    /// <param name="kind">How it is framed.</param>
    /// <param name="side">The tile's side in pixels, at least 1.</param>
    /// <returns>A new tile.</returns>
    public static GreyTile Of(Picture picture, DetectedFace face, FaceCropKind kind = FaceCropKind.Margin, int side = GreyTile.StandardSide)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(face);
        CropFrame frame = kind == FaceCropKind.Aligned ? FaceFrame.Aligned(face) : FaceFrame.Upright(face.Box);
        GreyTile tile = new(side, PictureCrop.Grey(picture, frame, side));
        return kind == FaceCropKind.BackgroundRemoved ? RemoveBackground(tile) : tile;
    }

    /// <summary>Takes a whole picture as one face; one that is not square is extended to a square by its border pixels.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="side">The tile's side in pixels, at least 1.</param>
    /// <returns>A new tile; a grey square picture of that side comes back pixel by pixel.</returns>
    public static GreyTile OfWhole(Picture picture, int side = GreyTile.StandardSide)
    {
        ArgumentNullException.ThrowIfNull(picture);
        CropFrame frame = new(picture.Width / 2.0, picture.Height / 2.0, Math.Max(picture.Width, picture.Height));
        return new(side, PictureCrop.Grey(picture, frame, side));
    }

    /// <summary>
    /// Replaces what is not the head by the head's mean grey. The head is found by an ellipse where heads are in such tiles, corrected by
    /// two histograms of grey (head and rest) and by the neighbours in six passes: the method of GrabCut (Rother, Kolmogorov and Blake, SIGGRAPH
    /// 2004), made soft. The same tile always gives the same result.
    /// </summary>
    /// <param name="tile">A tile framed as FER2013's are.</param>
    /// <returns>A new tile of the same side.</returns>
    public static GreyTile RemoveBackground(GreyTile tile)
    {
        ArgumentNullException.ThrowIfNull(tile);
        float[] mask = HeadMask.Of(tile);
        double sum = 0, weights = 0;
        for (int i = 0; i < mask.Length; i++)
        {
            sum += mask[i] * tile.Pixels[i];
            weights += mask[i];
        }

        double mean = sum / Math.Max(weights, double.Epsilon);
        byte[] pixels = new byte[mask.Length];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)Math.Clamp(mean + (mask[i] * (tile.Pixels[i] - mean)) + 0.5, 0, 255);
        }

        return new GreyTile(tile.Side, pixels);
    }
}
