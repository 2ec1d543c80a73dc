using Sensorium.Perception;

namespace Sensorium.Lab.Detection;

/// <summary>
/// Puts faces of FER+ into scenes without people: one to three a scene, 16 to 160 pixels large (evenly over the logarithm), tinted, with soft
/// rims, apart from each other. Composite i is the same whatever was made before it.
/// </summary>
/// <param name="scenes">Pictures without people, at least one.</param>
/// <param name="tiles">Faces framed as FER2013's are, at least one.</param>
/// <param name="seed">The same seed gives the same composites.</param>
internal sealed class CompositeMaker(IReadOnlyList<Picture> scenes, IReadOnlyList<GreyTile> tiles, ulong seed)
{
    /// <summary>Longer side of a scene in pixels.</summary>
    public const int SceneSide = 640;

    // A detector's box in a tile, as shares of its side: medians over FER+'s training tiles, as FaceCrop frames faces the other way round.
    private const double BoxWidth = .8;
    private const double BoxHeight = .98;
    private const double BoxCentreY = .515;

    private const double LeastFace = 16;
    private const double MostFace = 160;
    private const int MostFaces = 3;
    private const int Tries = 20;
    private const double MostOfScene = .8;
    private const ulong Stream = 0xFACE;
    private const double SoftRim = .18;

    /// <summary>Makes one composite.</summary>
    /// <param name="index">Which one.</param>
    /// <returns>The picture, and the boxes of its faces.</returns>
    public DetectionPicture Make(int index)
    {
        Pcg32 random = new(seed, Stream + (ulong)index);
        Picture scene = scenes[random.Next(scenes.Count)];
        Picture picture = new(scene.Width, scene.Height, scene.Pixels.ToArray());
        List<FaceBox> boxes = [];
        int count = 1 + random.Next(MostFaces);
        for (int i = 0; i < count; i++)
        {
            double most = Math.Min(MostFace, MostOfScene * Math.Min(scene.Width, scene.Height) * SizeOfTile);
            double size = LeastFace * Math.Pow(Math.Max(1, most / LeastFace), random.NextDouble());
            int side = Math.Max(1, (int)Math.Round(size / SizeOfTile));
            GreyTile tile = tiles[random.Next(tiles.Count)].Resize(side);
            if (Place(picture, side, boxes, random) is { } place)
            {
                Paste(picture, tile, place.X, place.Y, Tint(random));
                boxes.Add(BoxOf(place.X, place.Y, side).Within(picture.Width, picture.Height));
            }
        }

        return new DetectionPicture($"composite {index}", picture, boxes, []);
    }

    /// <summary>The size of a face's box as a share of its tile's side.</summary>
    private static double SizeOfTile { get; } = Math.Sqrt(BoxWidth * BoxHeight);

    private static FaceBox BoxOf(int x, int y, int side) =>
        new(x + ((1 - BoxWidth) / 2 * side), y + ((BoxCentreY - (BoxHeight / 2)) * side), BoxWidth * side, BoxHeight * side);

    /// <summary>Where a tile fits without touching another; null where it does not in a number of tries.</summary>
    private static (int X, int Y)? Place(Picture picture, int side, List<FaceBox> taken, Pcg32 random)
    {
        for (int attempt = 0; attempt < Tries && side <= Math.Min(picture.Width, picture.Height); attempt++)
        {
            (int x, int y) = (random.Next(picture.Width - side + 1), random.Next(picture.Height - side + 1));
            FaceBox tile = new(x, y, side, side);
            if (taken.All(box => tile.IntersectionOverUnion(box) == 0))
            {
                return (x, y);
            }
        }

        return null;
    }

    /// <summary>How much of the grey each channel shows: skin under some light.</summary>
    private static (double R, double G, double B) Tint(Pcg32 random)
    {
        double gain = .8 + (.35 * random.NextDouble());
        return (gain * (1 + (.12 * random.NextDouble())), gain * (.84 + (.12 * random.NextDouble())), gain * (.7 + (.22 * random.NextDouble())));
    }

    private static void Paste(Picture picture, GreyTile tile, int left, int top, (double R, double G, double B) tint)
    {
        for (int y = 0; y < tile.Side; y++)
        {
            Span<byte> row = picture.Row(top + y).Slice(3 * left, 3 * tile.Side);
            double down = (((y + .5) / tile.Side) - BoxCentreY) / ((BoxHeight / 2) + .03);
            for (int x = 0; x < tile.Side; x++)
            {
                double across = (((x + .5) / tile.Side) - .5) / ((BoxWidth / 2) + .06);
                double share = Math.Clamp((1 - Math.Sqrt((across * across) + (down * down))) / SoftRim, 0, 1);
                share *= share * (3 - (2 * share));
                double grey = tile.Pixels[(y * tile.Side) + x];
                row[3 * x] = Mix(row[3 * x], grey * tint.R, share);
                row[(3 * x) + 1] = Mix(row[(3 * x) + 1], grey * tint.G, share);
                row[(3 * x) + 2] = Mix(row[(3 * x) + 2], grey * tint.B, share);
            }
        }
    }

    private static byte Mix(byte scene, double face, double share) => (byte)Math.Clamp(Math.Round(scene + (share * (face - scene))), 0, 255);
}
