namespace Sensorium.Expression.Tests;

public sealed class SpriteTests
{
    [Theory]
    [InlineData(5000)]
    [InlineData(2048)]
    [InlineData(700)]
    public void Assemble_AnyLength_SurroundsEachLoopByItsOwnContinuation(int length)
    {
        Loop[] loops = [Ramp(length, 0), Ramp(length + 13, 100_000)];

        (SoundBuffer sound, IReadOnlyList<int> starts) = Sprite.Assemble(loops);

        Assert.Equal(loops.Sum(loop => loop.Samples.Length + (2 * Sprite.GuardFrames)), sound.Length);
        Assert.Equal([Sprite.GuardFrames, length + (3 * Sprite.GuardFrames)], starts);
        for (int i = 0; i < loops.Length; i++)
        {
            int own = loops[i].Samples.Length;
            for (int k = -Sprite.GuardFrames; k < own + Sprite.GuardFrames; k++)
            {
                Assert.Equal(loops[i].Samples[((k % own) + own) % own], sound.Channel(0)[starts[i] + k]);
            }
        }
    }

    [Fact]
    public void Assemble_NoLoops_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Sprite.Assemble([]));

    private static Loop Ramp(int length, int from) => new("red", 60, 44100, [.. Enumerable.Range(from, length).Select(i => (float)i)]);
}
