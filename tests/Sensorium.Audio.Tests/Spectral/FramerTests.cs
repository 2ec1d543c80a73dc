namespace Sensorium.Audio.Tests.Spectral;

public sealed class FramerTests
{
    [Theory]
    [InlineData(8, 3, 100, true)]
    [InlineData(8, 8, 100, true)]
    [InlineData(7, 2, 33, true)]
    [InlineData(8, 3, 5, true)]
    [InlineData(8, 3, 1, true)]
    [InlineData(8, 3, 100, false)]
    [InlineData(8, 8, 7, false)]
    [InlineData(8, 8, 0, true)]
    public void Next_InPieces_GivesTheFramesOfThePaddedSignal(int length, int hop, int count, bool centred)
    {
        float[] signal = [.. Enumerable.Range(1, count).Select(n => (float)n)];
        int padding = centred ? length / 2 : 0;
        float[] padded = [.. new float[padding], .. signal, .. new float[padding]];
        List<float[]> expected = [];
        for (int at = 0; count > 0 && at + length <= padded.Length; at += hop)
        {
            expected.Add(padded[at..(at + length)]);
        }

        foreach (int piece in new[] { 1, 2, 5, 1000 })
        {
            var framer = new Framer(length, hop, centred);
            List<float[]> frames = [];
            for (int at = 0; at < count; at += piece)
            {
                ReadOnlySpan<float> rest = signal.AsSpan(at, Math.Min(piece, count - at));
                while (framer.Next(ref rest, out ReadOnlySpan<float> frame))
                {
                    frames.Add(frame.ToArray());
                    Assert.Equal([.. frame.ToArray().Where(x => x != 0)], framer.Signal.ToArray());
                }

                Assert.True(rest.IsEmpty);
            }

            while (framer.Flush(out ReadOnlySpan<float> frame))
            {
                frames.Add(frame.ToArray());
                Assert.Equal([.. frame.ToArray().Where(x => x != 0)], framer.Signal.ToArray());
            }

            Assert.Equal(expected, frames);
            Assert.Equal(expected.Count, framer.Count(count));
            Assert.Equal(expected.Count - 1, framer.Index);
        }
    }
}
