using Sensorium.Perception;

namespace Sensorium.Library.Tests;

public sealed class PostcardMomentTests
{
    private static readonly SongMoment[] Curve = [PlayerSongs.Moment(0, -0.5, -0.5), PlayerSongs.Moment(60, 0.6, 0.6), PlayerSongs.Moment(130, -0.8, 0.8), PlayerSongs.Moment(190, 0.6, 0.6)];
    private static readonly TimeSpan[] Sections = [TimeSpan.Zero, TimeSpan.FromSeconds(62), TimeSpan.FromSeconds(131), TimeSpan.FromSeconds(190)];

    [Theory]
    [InlineData(0.6, 0.6, 60, 62)]
    [InlineData(-0.8, 0.8, 60, 131)]
    [InlineData(-0.5, -0.5, 60, 0)]
    [InlineData(-0.8, 0.8, 180, 0)]
    public void Choose_WantedFeeling_BeginsWithTheSectionThatHasIt(double valence, double arousal, double seconds, double expected)
    {
        SongReading song = PlayerSongs.Reading(240, Curve, Sections);
        Assert.Equal(TimeSpan.FromSeconds(expected), PostcardMoment.Choose(song, PlayerSongs.Feeling(valence, arousal), TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public void Choose_ShortSongOrNoCurve_BeginsAtTheBeginning(double seconds)
    {
        Assert.Equal(TimeSpan.Zero, PostcardMoment.Choose(PlayerSongs.Reading(seconds, Curve, Sections), PlayerSongs.Feeling(0.6, 0.6), TimeSpan.FromMinutes(1)));
        Assert.Equal(TimeSpan.Zero, PostcardMoment.Choose(PlayerSongs.Reading(300, [], Sections), PlayerSongs.Feeling(0.6, 0.6), TimeSpan.FromMinutes(1)));
    }
}
