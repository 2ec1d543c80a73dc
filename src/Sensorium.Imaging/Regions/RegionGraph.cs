using System.Runtime.InteropServices;

namespace Sensorium.Imaging;

/// <summary>
/// Regions as nodes, shared borders as edges, and merging of the pair that differs least, again and again
/// (region adjacency graph merging; Haris et al., "Hybrid image segmentation using watersheds and fast region merging", IEEE TIP 7(12), 1998).
/// </summary>
internal sealed class RegionGraph
{
    /// <summary>Contrast along the border of a region that neither stands out nor hides.</summary>
    private const double UsualContrast = 0.17;

    /// <summary>The smallest that a region may be that stands out most, as a share of the smallest that others may be.</summary>
    private const double SmallestOutstanding = 0.17;

    /// <summary>Difference in hue and chroma, with their weight, that counts as vivid.</summary>
    private const double VividDifference = 0.2;

    /// <summary>Standard deviation of the colours in a region of common texture.</summary>
    private const double UsualSpread = 0.05;

    private readonly Node[] _nodes;
    private readonly int[] _parents;
    private readonly double _pixels;

    /// <summary>Builds the graph of a label map.</summary>
    /// <param name="labels">A label for each pixel: <c>[height x width]</c>.</param>
    /// <param name="count">Number of labels.</param>
    /// <param name="colours">OKLab of the picture as it is, for mean colours.</param>
    /// <param name="smooth">OKLab of the smoothed picture with chroma weighted, for the contrast across borders.</param>
    public RegionGraph(ReadOnlySpan<int> labels, int count, ColourPlanes colours, ColourPlanes smooth)
    {
        _pixels = labels.Length;
        _nodes = new Node[count];
        _parents = new int[count];
        for (int i = 0; i < count; i++)
        {
            _nodes[i] = new Node();
            _parents[i] = i;
        }

        Alive = count;
        AddPixels(labels, colours);
        AddBorders(labels, smooth);
    }

    /// <summary>How many nodes are left.</summary>
    public int Alive { get; private set; }

    /// <summary>The node that a label belongs to now.</summary>
    public int Find(int label)
    {
        while (_parents[label] != label)
        {
            _parents[label] = _parents[_parents[label]];
            label = _parents[label];
        }

        return label;
    }

    /// <summary>Merges every region that is too small, smallest first, into the neighbour it resembles and touches most.</summary>
    /// <param name="smallestPixels">Size from which a region stays; one that stands out stays when smaller.</param>
    /// <param name="alike">How much less it costs to join two regions in the same surroundings, 0..1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void MergeSpecks(double smallestPixels, double alike, CancellationToken cancellationToken)
    {
        var queue = new PriorityQueue<(int Node, int Version), (double Pixels, int Node)>();
        for (int i = 0; i < _nodes.Length; i++)
        {
            Push(i);
        }

        while (queue.TryDequeue(out (int Node, int Version) item, out _))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Node node = _nodes[item.Node];
            if (Find(item.Node) != item.Node || node.Version != item.Version || node.Edges.Count == 0)
            {
                continue;
            }

            int best = -1;
            double least = double.PositiveInfinity;
            foreach ((int other, Edge edge) in node.Edges)
            {
                double company = 1 - (alike * SameSurroundings(node, _nodes[other], edge));
                double cost = (0.02 + Difference(node, _nodes[other], 1)) * company / Math.Sqrt(edge.Length / node.Perimeter);
                if (cost < least || (cost == least && other < best))
                {
                    least = cost;
                    best = other;
                }
            }

            Push(Merge(item.Node, best));
        }

        void Push(int i)
        {
            if (_nodes[i].Pixels < Math.Max(2, smallestPixels * Outstanding(_nodes[i])))
            {
                queue.Enqueue((i, _nodes[i].Version), (_nodes[i].Pixels, i));
            }
        }
    }

    /// <summary>How small a region may be against others: 1, or less the more it stands out from all that is around it.</summary>
    private static double Outstanding(Node node)
    {
        Edge all = default;
        foreach (Edge edge in node.Edges.Values)
        {
            all += edge;
        }

        return Math.Clamp(UsualContrast * all.Length / all.Contrast, SmallestOutstanding, 1);
    }

    /// <summary>Merges the pair of least cost until no pair is under the limit and no more than <paramref name="most"/> nodes are left.</summary>
    /// <param name="weights">What counts how much.</param>
    /// <param name="limit">Cost over which regions stay apart.</param>
    /// <param name="most">Most nodes left.</param>
    /// <param name="fewest">Fewest nodes left, whatever the costs.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void MergeAlike(MergeWeights weights, double limit, int most, int fewest, CancellationToken cancellationToken)
    {
        var queue = new PriorityQueue<(int A, int VersionA, int B, int VersionB), (double Cost, int A, int B)>();
        for (int i = 0; i < _nodes.Length; i++)
        {
            if (Find(i) == i)
            {
                PushEdges(i, onlyHigher: true);
            }
        }

        while (Alive > fewest && queue.TryDequeue(out (int A, int VersionA, int B, int VersionB) pair, out (double Cost, int A, int B) priority))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Find(pair.A) != pair.A || Find(pair.B) != pair.B || _nodes[pair.A].Version != pair.VersionA || _nodes[pair.B].Version != pair.VersionB)
            {
                continue;
            }

            if (priority.Cost > limit && Alive <= most)
            {
                return;
            }

            PushEdges(Merge(pair.A, pair.B), onlyHigher: false);
        }

        void PushEdges(int i, bool onlyHigher)
        {
            foreach ((int other, Edge edge) in _nodes[i].Edges)
            {
                if (!onlyHigher || other > i)
                {
                    int a = Math.Min(i, other);
                    int b = Math.Max(i, other);
                    double cost = Cost(_nodes[a], _nodes[b], edge, weights);
                    if (cost <= limit || Alive > most)
                    {
                        queue.Enqueue((a, _nodes[a].Version, b, _nodes[b].Version), (cost, a, b));
                    }
                }
            }
        }
    }

    /// <summary>
    /// Cost of a merge: a mean of how much the mean colours differ and of the contrast along the shared border, so that neither a slow gradient nor a busy
    /// texture keeps apart what belongs together (boundary strength as in Arbelaez et al., "Contour detection and hierarchical image segmentation",
    /// IEEE TPAMI 33(5), 2011; the likeness within both as in Felzenszwalb &amp; Huttenlocher, "Efficient graph-based image segmentation", IJCV 59(2), 2004),
    /// times what <see cref="MergeWeights"/> says of size, shape and place.
    /// </summary>
    private double Cost(Node a, Node b, Edge edge, MergeWeights weights)
    {
        Node small = a.Pixels < b.Pixels ? a : b;
        double share = small.Pixels / _pixels / weights.UsualShare;
        double size = Math.Pow(share, share < 1 ? weights.SmallPower : weights.LargePower);
        double touch = Math.Min(1, edge.Length / Math.Min(a.Perimeter, b.Perimeter));
        double place = weights.Apart + ((weights.Surrounded - weights.Apart) * touch);
        double shape = Math.Pow(Math.Min(1, 4 * Math.Sqrt(small.Pixels) / small.Perimeter), weights.CompactPower);
        double company = 1 - (weights.Alike * SameSurroundings(a, b, edge));
        double vivid = 1 + (weights.Vivid * Math.Min(1, Difference(a, b, 0) / VividDifference));
        double texture = 1 + (weights.Texture * Math.Min(Spread(a), Spread(b)) / UsualSpread);
        double border = Math.Pow(edge.Contrast / edge.Length, weights.Border) * Math.Pow(Difference(a, b, weights.Lightness), 1 - weights.Border);
        return border * size * place * shape * company * vivid / texture;
    }

    /// <summary>How far two regions border on the same others: 0 not at all, 1 wholly; the stripes of one thing do so far more than a thing and its ground.</summary>
    private static double SameSurroundings(Node a, Node b, Edge edge)
    {
        double around = Math.Max(a.Perimeter, b.Perimeter) - edge.Length;
        if (around <= 0)
        {
            return 1;
        }

        if (a.Edges.Count > b.Edges.Count)
        {
            (a, b) = (b, a);
        }

        double common = 0;
        foreach ((int other, Edge mine) in a.Edges)
        {
            if (b.Edges.TryGetValue(other, out Edge theirs))
            {
                common += Math.Min(mine.Length, theirs.Length);
            }
        }

        return common / around;
    }

    /// <summary>Standard deviation of the colours in a region.</summary>
    private static double Spread(Node node) =>
        Math.Sqrt(Math.Max(0, (node.Squares / node.Pixels) - Squared(node.L / node.Pixels, node.A / node.Pixels, node.B / node.Pixels)));

    private static double Squared(double l, double a, double b) => (l * l) + (RegionFinder.ChromaWeight * RegionFinder.ChromaWeight * ((a * a) + (b * b)));

    private static double Difference(Node a, Node b, double lightness)
    {
        double dl = ((a.L / a.Pixels) - (b.L / b.Pixels)) * lightness;
        double da = ((a.A / a.Pixels) - (b.A / b.Pixels)) * RegionFinder.ChromaWeight;
        double db = ((a.B / a.Pixels) - (b.B / b.Pixels)) * RegionFinder.ChromaWeight;
        return Math.Sqrt((dl * dl) + (da * da) + (db * db));
    }

    /// <summary>Merges two neighbours; the one with more edges lives on, which costs least.</summary>
    private int Merge(int a, int b)
    {
        if (_nodes[a].Edges.Count < _nodes[b].Edges.Count || (_nodes[a].Edges.Count == _nodes[b].Edges.Count && a > b))
        {
            (a, b) = (b, a);
        }

        Node kept = _nodes[a];
        Node gone = _nodes[b];
        double shared = kept.Edges[b].Length;
        kept.Edges.Remove(b);
        gone.Edges.Remove(a);
        foreach ((int other, Edge edge) in gone.Edges)
        {
            Edge sum = kept.Edges.TryGetValue(other, out Edge existing) ? existing + edge : edge;
            kept.Edges[other] = sum;
            _nodes[other].Edges.Remove(b);
            _nodes[other].Edges[a] = sum;
        }

        kept.Pixels += gone.Pixels;
        kept.L += gone.L;
        kept.A += gone.A;
        kept.B += gone.B;
        kept.Squares += gone.Squares;
        kept.Perimeter += gone.Perimeter - (2 * shared);
        kept.Version++;
        gone.Edges.Clear();
        _parents[b] = a;
        Alive--;
        return a;
    }

    private void AddPixels(ReadOnlySpan<int> labels, ColourPlanes colours)
    {
        ReadOnlySpan<float> l = colours.First;
        ReadOnlySpan<float> a = colours.Second;
        ReadOnlySpan<float> b = colours.Third;
        for (int i = 0; i < labels.Length; i++)
        {
            Node node = _nodes[labels[i]];
            node.Pixels++;
            node.L += l[i];
            node.A += a[i];
            node.B += b[i];
            node.Squares += Squared(l[i], a[i], b[i]);
        }
    }

    private void AddBorders(ReadOnlySpan<int> labels, ColourPlanes smooth)
    {
        int width = smooth.Width;
        int height = smooth.Height;
        ReadOnlySpan<float> l = smooth.First;
        ReadOnlySpan<float> a = smooth.Second;
        ReadOnlySpan<float> b = smooth.Third;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int i = (y * width) + x;
                int own = labels[i];

                // The contrast is measured from one pixel before the border to one behind it: in a photograph an edge is a few pixels wide.
                if (x + 1 < width && labels[i + 1] != own)
                {
                    AddBorder(own, labels[i + 1], Contrast(l, a, b, i - (x > 0 ? 1 : 0), i + (x + 2 < width ? 2 : 1)));
                }

                if (y + 1 < height && labels[i + width] != own)
                {
                    AddBorder(own, labels[i + width], Contrast(l, a, b, i - (y > 0 ? width : 0), i + (y + 2 < height ? 2 * width : width)));
                }

                // The frame of the picture belongs to the perimeter.
                _nodes[own].Perimeter += (x == 0 ? 1 : 0) + (x == width - 1 ? 1 : 0) + (y == 0 ? 1 : 0) + (y == height - 1 ? 1 : 0);
            }
        }
    }

    private static double Contrast(ReadOnlySpan<float> l, ReadOnlySpan<float> a, ReadOnlySpan<float> b, int i, int j)
    {
        float dl = l[i] - l[j];
        float da = a[i] - a[j];
        float db = b[i] - b[j];
        return MathF.Sqrt((dl * dl) + (da * da) + (db * db));
    }

    private void AddBorder(int first, int second, double contrast)
    {
        var edge = new Edge(1, contrast);
        Add(_nodes[first], second);
        Add(_nodes[second], first);

        void Add(Node node, int other)
        {
            node.Perimeter++;
            ref Edge sum = ref CollectionsMarshal.GetValueRefOrAddDefault(node.Edges, other, out _);
            sum += edge;
        }
    }

    private readonly record struct Edge(double Length, double Contrast)
    {
        public static Edge operator +(Edge a, Edge b) => new(a.Length + b.Length, a.Contrast + b.Contrast);
    }

    private sealed class Node
    {
        public Dictionary<int, Edge> Edges { get; } = [];

        public double Pixels { get; set; }

        public double L { get; set; }

        public double A { get; set; }

        public double B { get; set; }

        public double Squares { get; set; }

        public double Perimeter { get; set; }

        public int Version { get; set; }
    }
}
