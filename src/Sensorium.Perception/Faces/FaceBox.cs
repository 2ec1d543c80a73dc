namespace Sensorium.Perception;

/// <summary>An upright box around a face, in pixels of the picture it was found in; it may reach over the picture's border.</summary>
/// <param name="X">Left side, in pixels from the picture's left border; a pixel's middle lies at a half.</param>
/// <param name="Y">Upper side, in pixels from the picture's upper border.</param>
/// <param name="Width">Width in pixels, 0 or more.</param>
/// <param name="Height">Height in pixels, 0 or more.</param>
public readonly record struct FaceBox(double X, double Y, double Width, double Height)
{
    /// <summary>The right side: <see cref="X"/> + <see cref="Width"/>.</summary>
    public double Right => X + Width;

    /// <summary>The lower side: <see cref="Y"/> + <see cref="Height"/>.</summary>
    public double Bottom => Y + Height;

    /// <summary>Area in square pixels; 0 where a side is not positive.</summary>
    public double Area => Width > 0 && Height > 0 ? Width * Height : 0;

    /// <summary>The part of the box that lies within a picture.</summary>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="height">The picture's height in pixels.</param>
    /// <returns>A box without area where none does.</returns>
    public FaceBox Within(int width, int height)
    {
        double left = Math.Clamp(X, 0, width);
        double top = Math.Clamp(Y, 0, height);
        return new(left, top, Math.Max(0, Math.Clamp(Right, 0, width) - left), Math.Max(0, Math.Clamp(Bottom, 0, height) - top));
    }

    /// <summary>How much two boxes are the same: their common area over the area of both together (Jaccard's index).</summary>
    /// <param name="other">The other box.</param>
    /// <returns>0 (nothing in common, or no area) to 1 (the same box).</returns>
    public double IntersectionOverUnion(FaceBox other)
    {
        double width = Math.Min(Right, other.Right) - Math.Max(X, other.X);
        double height = Math.Min(Bottom, other.Bottom) - Math.Max(Y, other.Y);
        if (!(width > 0) || !(height > 0))
        {
            return 0;
        }

        double common = width * height;
        return common / (Area + other.Area - common);
    }
}
