namespace Sensorium.Imaging;

/// <summary>What is measured of each label of a label map.</summary>
internal sealed class RegionShape(int clusterCount)
{
    public int Pixels { get; set; }

    /// <summary>The pixels by colour cluster: <c>[clusters]</c>.</summary>
    public ColourSum[] Colours { get; } = new ColourSum[clusterCount];

    public double X { get; set; }

    public double Y { get; set; }

    public int Left { get; set; } = int.MaxValue;

    public int Top { get; set; } = int.MaxValue;

    public int Right { get; set; }

    public int Bottom { get; set; }

    public double SquaredContrast { get; set; }

    public int AnchorIndex { get; set; }

    public int AnchorDistance { get; set; }

    public List<List<(int X, int Y)>> Outlines { get; set; } = [];

    /// <summary>Other labels by the length of the shared border, longest first, lower label first where equal.</summary>
    public List<int> Neighbours { get; set; } = [];
}
