namespace Sensorium.Audio.Tests.Spectral;

public sealed class StreamResamplerTests
{
    [Theory]
    [InlineData(44100, 16000)]
    [InlineData(16000, 44100)]
    [InlineData(48000, 22050)]
    [InlineData(8000, 8000)]
    [InlineData(44100, 44101)]
    [InlineData(96000, 1000)]
    public void Next_InPieces_GivesWhatTheWholeGives(int from, int to)
    {
        foreach (int length in new[] { 0, 1, 50, 20_011 })
        {
            float[] input = Sounds.Noise(length, 0.8, 6);
            var whole = new Resampler(from, to);
            var expected = new float[whole.OutputLength(length)];
            whole.Process(input, expected);
            var stream = new StreamResampler(from, to);
            var output = new float[700];
            foreach (int piece in new[] { 1 + (length / 3), 997 })
            {
                var actual = new List<float>();
                for (int at = 0; at < length; at += piece)
                {
                    ReadOnlySpan<float> rest = input.AsSpan(at, Math.Min(piece, length - at));
                    for (int made; (made = stream.Next(ref rest, output)) > 0;)
                    {
                        actual.AddRange(output.AsSpan(0, made));
                    }

                    Assert.True(rest.IsEmpty);
                }

                for (int made; (made = stream.Flush(output)) > 0;)
                {
                    actual.AddRange(output.AsSpan(0, made));
                }

                Assert.Equal(expected, actual);
                stream.Reset();
            }
        }
    }

    [Fact]
    public void Next_LongStream_AllocatesNothing()
    {
        var stream = new StreamResampler(44100, 16000);
        float[] piece = Sounds.Noise(5000, 0.5, 1), output = new float[1000];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++)
        {
            ReadOnlySpan<float> rest = piece;
            while (stream.Next(ref rest, output) > 0)
            {
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
