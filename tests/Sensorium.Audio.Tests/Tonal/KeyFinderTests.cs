namespace Sensorium.Audio.Tests.Tonal;

public sealed class KeyFinderTests
{
    private const int Rate = 22050;

    public static TheoryData<int, bool> Keys
    {
        get
        {
            var keys = new TheoryData<int, bool>();
            for (int key = 0; key < 24; key++)
            {
                keys.Add(key / 2, key % 2 == 1);
            }

            return keys;
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Find_Cadences_HaveTheirKey(int tonic, bool minor)
    {
        // I IV V I as triads of plucked tones with four partials; the dominant is major in both.
        int third = minor ? 3 : 4;
        var track = new List<float>();
        foreach (int[] chord in new int[][] { [0, third, 7], [5, 5 + third, 12], [7, 11, 14], [0, third, 7] })
        {
            for (int i = 0; i < Rate; i++)
            {
                double t = (double)i / Rate, sum = 0;
                foreach (int step in chord)
                {
                    double phase = 2 * Math.PI * 261.6256 * Math.Pow(2, (tonic + step) / 12.0) * t;
                    sum += Math.Sin(phase) + (0.4 * Math.Sin(2 * phase)) + (0.2 * Math.Sin(3 * phase)) + (0.1 * Math.Sin(4 * phase));
                }

                track.Add((float)(0.1 * Math.Exp(-2 * t) * sum));
            }
        }

        var mean = new float[12];
        var features = new FeatureExtractor(Rate);
        ReadOnlySpan<float> rest = track.ToArray();
        while (features.Next(ref rest) || features.Flush())
        {
            for (int pitch = 0; pitch < 12; pitch++)
            {
                mean[pitch] += features.Chroma[pitch];
            }
        }

        KeyEstimate key = KeyFinder.Find(mean);
        Assert.Equal((tonic, minor), (key.Tonic, key.IsMinor));
        Assert.InRange(key.Strength, 0.6, 1);
        Assert.InRange(key.Lead, 0.01, 2);
    }

    [Fact]
    public void Find_Silence_HasNoStrength()
    {
        Assert.Equal(0, KeyFinder.Find(new float[12]).Strength);
        Assert.Equal("Eb minor", new KeyEstimate(3, true, 1, 1).ToString());
        Assert.Equal(0, KeyFinder.Find([1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1], KeyProfile.Krumhansl).Tonic);
    }
}
