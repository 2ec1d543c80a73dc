using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Faces.Tests;

public sealed class FaceProtocolTests
{
    private static FaceSample Face(params int[] votes) => new() { Name = "a", Picture = new Picture(1, 1), Votes = new FaceVotes(votes) };

    // joy sadness anger surprise fear contempt disgust neutral, unknown, not a face.
    [Theory]
    [InlineData(new[] { 6, 1, 1, 1, 1, 0, 0, 0, 0, 0 }, Emotion.Joy, Emotion.Joy, Emotion.Joy)]
    [InlineData(new[] { 0, 4, 0, 0, 0, 0, 0, 4, 2, 0 }, null, Emotion.Sadness, null)]
    [InlineData(new[] { 0, 3, 0, 0, 0, 0, 0, 2, 3, 2 }, null, Emotion.Sadness, null)]
    [InlineData(new[] { 0, 0, 4, 2, 2, 0, 0, 0, 1, 1 }, Emotion.Anger, Emotion.Anger, null)]
    [InlineData(new[] { 0, 0, 3, 1, 1, 1, 1, 1, 1, 1 }, Emotion.Anger, Emotion.Anger, Emotion.Anger)]
    [InlineData(new[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 9 }, null, Emotion.Joy, null)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 0, 0, 4, 6 }, null, null, null)]
    public void Truth_OfVotes_FollowsTheProtocol(int[] votes, Emotion? majority, Emotion? all, Emotion? published)
    {
        Assert.Equal(majority, FaceProtocols.Truth(Face(votes), FaceProtocol.Majority));
        Assert.Equal(all, FaceProtocols.Truth(Face(votes), FaceProtocol.All));
        Assert.Equal(published, FaceProtocols.Truth(Face(votes), FaceProtocol.Published));
        Assert.Null(FaceProtocols.Truth(Face(votes), FaceProtocol.Labels));
    }

    [Fact]
    public void Shares_OfVotes_LeaveOutUnknownAndLoneVotesWherePublished()
    {
        double[] shares = new double[8];
        FaceSample face = Face(6, 1, 0, 0, 0, 0, 0, 2, 1, 0);

        FaceProtocols.Shares(face, FaceProtocol.Majority, shares);
        Assert.Equal([6.0 / 9, 1.0 / 9, 0, 0, 0, 0, 0, 2.0 / 9], shares);
        FaceProtocols.Shares(face, FaceProtocol.Published, shares);
        Assert.Equal([.75, 0, 0, 0, 0, 0, 0, .25], shares);
    }

    [Fact]
    public void Shares_OfALabel_AreAllItsOwn()
    {
        double[] shares = [1, 1, 1, 1, 1, 1, 1, 1];
        FaceProtocols.Shares(new FaceSample { Name = "a", Picture = new Picture(1, 1), Label = Emotion.Fear }, FaceProtocol.Labels, shares);

        Assert.Equal([0, 0, 0, 0, 1, 0, 0, 0], shares);
    }
}
