namespace Sensorium.Music.Tests;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(60, 60, "P1", "perfect unison", "완전1도")]
    [InlineData(60, 63, "m3", "minor third", "단3도")]
    [InlineData(64, 60, "M3", "major third", "장3도")]
    [InlineData(60, 66, "A4", "augmented fourth", "증4도")]
    [InlineData(60, 72, "P8", "perfect octave", "완전8도")]
    [InlineData(48, 64, "M10", "major tenth", "장10도")]
    [InlineData(36, 96, "P36", "perfect 36th", "완전36도")]
    public void Name_OfTwoPitches_IsThatOfTheTextbook(int from, int to, string symbol, string english, string korean)
    {
        var interval = Interval.Between(from, to);
        Assert.Equal(symbol, interval.Symbol);
        Assert.Equal(new LocalizedText(english, korean), interval.Name);
    }

    [Fact]
    public void Class_OfAnIntervalAndItsInversion_AddUpToAnOctave()
    {
        for (int semitones = -40; semitones <= 40; semitones++)
        {
            Assert.Equal(0, (new Interval(semitones).Class + new Interval(-semitones).Class) % 12);
            Assert.Equal(Math.Abs(semitones) % 12 is 0 or 7, new Interval(semitones).IsPerfectConsonance);
        }
    }
}
