using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>
/// Where the square around a face lies that shows it as FER2013's tiles show theirs (Goodfellow et al., "Challenges in representation
/// learning", ICONIP 2013), on which expression models are trained.
/// </summary>
/// <remarks>
/// The shares are medians over tiles of FER+'s training set, enlarged to 144 pixels in a flat surround, of what YuNet finds in them;
/// the test FaceFrameTests measures them again where the set is at hand. The tiles are tight: a detector's box is as high as the tile
/// and about .8 of it wide. Between tiles the height varies least (a seventh), so that it sets the scale.
/// </remarks>
internal static class FaceFrame
{
    /// <summary>The height of a detector's box, as a share of the tile's side.</summary>
    public const double BoxHeight = 0.98;

    /// <summary>The middle of a detector's box from the tile's upper border, as a share of its side.</summary>
    public const double BoxCentreY = 0.515;

    /// <summary>The middle between eyes and mouth from the tile's upper border, as a share of its side.</summary>
    public const double FeatureCentreY = 0.565;

    /// <summary>From eye to eye, or from the eyes' middle to the mouth's, whichever is more, as a share of the tile's side.</summary>
    public const double FeatureDistance = 0.37;

    // Landmarks closer together than this share of the box's height are a detector's slip, and a crop by them would be a blur.
    private const double LeastDistance = 0.1;

    /// <summary>The upright square.</summary>
    /// <param name="box">The detector's box; its height sets the scale, or its width where that is more.</param>
    /// <returns>A square that may reach over the picture's border.</returns>
    public static CropFrame Upright(FaceBox box)
    {
        double side = Math.Max(Math.Max(box.Height, box.Width) / BoxHeight, 1);
        return new(box.X + (box.Width / 2), box.Y + (box.Height / 2) - ((BoxCentreY - 0.5) * side), side);
    }

    /// <summary>
    /// The square in which the eyes are level and where they are in the tiles. Turned by the line through the eyes; scaled by the distance of
    /// the eyes or, in a face turned aside, where that shrinks, by the distance of eyes and mouth; centred between eyes and mouth.
    /// </summary>
    /// <param name="face">The face.</param>
    /// <returns>As <see cref="Upright"/> without landmarks, or where they lie in a heap.</returns>
    public static CropFrame Aligned(DetectedFace face)
    {
        if (face.Landmarks is not { } marks)
        {
            return Upright(face.Box);
        }

        FacePoint eyes = Middle(marks.RightEye, marks.LeftEye);
        FacePoint mouth = Middle(marks.RightMouth, marks.LeftMouth);
        double across = marks.LeftEye.X - marks.RightEye.X, along = marks.LeftEye.Y - marks.RightEye.Y;
        double distance = Math.Max(Math.Sqrt((across * across) + (along * along)), Distance(eyes, mouth));
        if (!(distance >= LeastDistance * Math.Max(face.Box.Height, 1)))
        {
            return Upright(face.Box);
        }

        double turn = Turn(across, along, mouth.X - eyes.X, mouth.Y - eyes.Y);
        double side = distance / FeatureDistance;
        FacePoint centre = Middle(eyes, mouth);
        double above = (FeatureCentreY - 0.5) * side;
        return new(centre.X + (above * Math.Sin(turn)), centre.Y - (above * Math.Cos(turn)), side, turn);
    }

    // In profile the eyes lie nearly on one spot and their line says nothing; the line from eyes to mouth, a quarter turn further, then does.
    private static double Turn(double eyesX, double eyesY, double downX, double downY)
    {
        double eyes = Math.Sqrt((eyesX * eyesX) + (eyesY * eyesY));
        double down = Math.Sqrt((downX * downX) + (downY * downY));
        return eyes >= down / 2 ? Math.Atan2(eyesY, eyesX) : Math.Atan2(-downX, downY);
    }

    private static FacePoint Middle(FacePoint a, FacePoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private static double Distance(FacePoint a, FacePoint b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
