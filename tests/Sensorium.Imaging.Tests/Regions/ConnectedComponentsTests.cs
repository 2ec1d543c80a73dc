namespace Sensorium.Imaging.Tests;

public sealed class ConnectedComponentsTests
{
    [Fact]
    public void Find_Diagonal_DoesNotConnect()
    {
        int[] components = new int[4];
        Assert.Equal(4, ConnectedComponents.Find<byte>([1, 0, 0, 1], 2, components));
        Assert.Equal([0, 1, 2, 3], components);
    }

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(40, 1, 2)]
    [InlineData(1, 40, 2)]
    [InlineData(60, 45, 2)]
    [InlineData(61, 33, 3)]
    public void Find_RandomLabels_EqualsFloodFill(int width, int height, int kinds)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var random = new Pcg32(seed);
            byte[] labels = [.. Enumerable.Range(0, width * height).Select(_ => (byte)random.Next(kinds))];
            int[] components = new int[labels.Length];
            int count = ConnectedComponents.Find<byte>(labels, width, components);
            int[] expected = Flood(labels, width, height, out int expectedCount);
            Assert.Equal(expectedCount, count);
            Assert.Equal(expected, components);
        }
    }

    [Fact]
    public void Limit_Noise_LeavesConnectedComponentsWithoutGapsInTheNumbers()
    {
        var random = new Pcg32(3);
        byte[] labels = [.. Enumerable.Range(0, 80 * 60).Select(_ => (byte)random.Next(6))];
        int[] components = new int[labels.Length];
        int count = ConnectedComponents.Find<byte>(labels, 80, components);
        Assert.True(count > 1000);
        int left = ConnectedComponents.Limit(components, count, 80, 100);
        Assert.InRange(left, 1, 100);
        Assert.Equal(Enumerable.Range(0, left), components.Distinct().Order());
        Flood(components, 80, 60, out int pieces);
        Assert.Equal(left, pieces);
    }

    [Fact]
    public void Limit_FewComponents_ChangesNothing()
    {
        int[] components = [0, 0, 1, 2];
        Assert.Equal(3, ConnectedComponents.Limit(components, 3, 2, 3));
        Assert.Equal([0, 0, 1, 2], components);
    }

    /// <summary>Numbers components in the order of their first pixels.</summary>
    internal static int[] Flood<T>(IReadOnlyList<T> labels, int width, int height, out int count)
        where T : IEquatable<T>
    {
        int[] components = [.. Enumerable.Repeat(-1, width * height)];
        count = 0;
        for (int i = 0; i < components.Length; i++)
        {
            if (components[i] >= 0)
            {
                continue;
            }

            var open = new Stack<int>([i]);
            components[i] = count;
            while (open.TryPop(out int at))
            {
                int x = at % width;
                int y = at / width;
                foreach ((int nx, int ny) in new[] { (x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1) })
                {
                    int next = (ny * width) + nx;
                    if (nx >= 0 && nx < width && ny >= 0 && ny < height && components[next] < 0 && labels[next].Equals(labels[at]))
                    {
                        components[next] = count;
                        open.Push(next);
                    }
                }
            }

            count++;
        }

        return components;
    }
}
