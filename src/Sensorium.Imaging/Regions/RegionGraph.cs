using System.Runtime.InteropServices;

namespace Sensorium.Imaging;

/// <summary>
/// Regions as nodes, shared borders as edges, and merging of the pair that differs least, again and again
/// (region adjacency graph merging; Haris et al., "Hybrid image segmentation using watersheds and fast region merging", IEEE TIP 7(12), 1998).
/// </summary>
internal sealed class RegionGraph
{
    private static double UsualContrast => MergeWeights.V("UC", 0.12);
    private static double SmallestStanding => MergeWeights.V("SST", 0.3);
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

    /// <summary>Merges every region smaller than a limit, smallest first, into the neighbour it resembles and touches most.</summary>
    public void MergeSpecks(double smallestPixels, MergeWeights weights, CancellationToken cancellationToken)
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
                double cost = (0.02 + Difference(node, _nodes[other], 1)) * (1 - (weights.Alike * SameSurroundings(node, _nodes[other], edge))) / Math.Sqrt(edge.Length / node.Perimeter);
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
            double contrast = 0;
            double length = 0;
            foreach (Edge edge in _nodes[i].Edges.Values)
            {
                contrast += edge.Contrast;
                length += edge.Length;
            }

            // What stands out may be smaller.
            if (_nodes[i].Pixels < smallestPixels * Math.Clamp(UsualContrast * length / contrast, SmallestStanding, 1))
            {
                queue.Enqueue((i, _nodes[i].Version), (_nodes[i].Pixels, i));
            }
        }
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

            if (Environment.GetEnvironmentVariable("DBG") != null && Alive < 60) { Node A = _nodes[pair.A], B = _nodes[pair.B]; Edge e = A.Edges[pair.B]; string D(Node n) => $"{ColourConversion.ToRgb(new OkLab((float)(n.L/n.Pixels),(float)(n.A/n.Pixels),(float)(n.B/n.Pixels)))} {ColourNames.Of(new OkLab((float)(n.L/n.Pixels),(float)(n.A/n.Pixels),(float)(n.B/n.Pixels))).Text.English} {n.Pixels/_pixels*100:F2}%"; Console.WriteLine($"DBG {Alive} {priority.Cost:F3} {D(A)} + {D(B)} colour {Difference(A,B,weights.Lightness):F2} border {e.Contrast/e.Length:F2} len {e.Length} per {A.Perimeter} {B.Perimeter} same {SameSurroundings(A,B,e):F2}"); }
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
                    queue.Enqueue((a, _nodes[a].Version, b, _nodes[b].Version), (Cost(_nodes[a], _nodes[b], edge, weights), a, b));
                }
            }
        }
    }

    /// <summary>
    /// Cost of a merge: the geometric mean of how much the mean colours differ and how sharp the shared border is, so that neither a slow gradient nor a busy
    /// texture keeps apart what belongs together; less for small regions, and less for one that the other surrounds.
    /// </summary>
    private double Cost(Node a, Node b, Edge edge, MergeWeights weights)
    {
        double colour = Difference(a, b, weights.Lightness);
        double border = edge.Contrast / edge.Length;
        Node small = a.Pixels < b.Pixels ? a : b;
        double share = small.Pixels / _pixels;
        double size = Math.Max(0.25, Math.Pow(share / weights.UsualShare, share < weights.UsualShare ? weights.SizePower : weights.LargePower));
        double touch = Math.Min(1, edge.Length / Math.Min(a.Perimeter, b.Perimeter));
        double surround = weights.Apart - ((weights.Apart - weights.Surrounded) * touch);
        double compact = Math.Pow(Math.Min(1, 4 * Math.Sqrt(small.Pixels) / small.Perimeter), weights.CompactPower);
        double alike = 1 - (weights.Alike * SameSurroundings(a, b, edge));
        return Math.Pow(colour, 1 - weights.Border) * Math.Pow(border, weights.Border) * size * surround * compact * alike / (1 + (weights.Texture * Math.Min(Spread(a), Spread(b)) / 0.05));
    }

    /// <summary>Standard deviation of the colours in a region.</summary>
    private static double Spread(Node node) =>
        Math.Sqrt(Math.Max(0, (node.Squares / node.Pixels) - Squared(node.L / node.Pixels, node.A / node.Pixels, node.B / node.Pixels)));

    private static double Squared(double l, double a, double b) => (l * l) + (RegionFinder.ChromaWeight * RegionFinder.ChromaWeight * ((a * a) + (b * b)));

    /// <summary>How far two regions border on the same others: 0 not at all, 1 wholly, as the stripes of one thing do.</summary>
    private static double SameSurroundings(Node a, Node b, Edge edge)
    {
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

        double longest = Math.Max(a.Perimeter, b.Perimeter) - edge.Length;
        return longest > 0 ? common / longest : 1;
    }

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
