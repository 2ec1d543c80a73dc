namespace Sensorium.Imaging.Tests;

public sealed class CieDe2000Tests
{
    /// <summary>Table 1 of Sharma, Wu &amp; Dalal (2005), all 34 pairs; printed to four decimals.</summary>
    public static TheoryData<float, float, float, float, float, float, double> Published => new()
    {
        { 50f, 2.6772f, -79.7751f, 50f, 0f, -82.7485f, 2.0425 },
        { 50f, 3.1571f, -77.2803f, 50f, 0f, -82.7485f, 2.8615 },
        { 50f, 2.8361f, -74.02f, 50f, 0f, -82.7485f, 3.4412 },
        { 50f, -1.3802f, -84.2814f, 50f, 0f, -82.7485f, 1 },
        { 50f, -1.1848f, -84.8006f, 50f, 0f, -82.7485f, 1 },
        { 50f, -0.9009f, -85.5211f, 50f, 0f, -82.7485f, 1 },
        { 50f, 0f, 0f, 50f, -1f, 2f, 2.3669 },
        { 50f, -1f, 2f, 50f, 0f, 0f, 2.3669 },
        { 50f, 2.49f, -0.001f, 50f, -2.49f, 0.0009f, 7.1792 },
        { 50f, 2.49f, -0.001f, 50f, -2.49f, 0.001f, 7.1792 },
        { 50f, 2.49f, -0.001f, 50f, -2.49f, 0.0011f, 7.2195 },
        { 50f, 2.49f, -0.001f, 50f, -2.49f, 0.0012f, 7.2195 },
        { 50f, -0.001f, 2.49f, 50f, 0.0009f, -2.49f, 4.8045 },
        { 50f, -0.001f, 2.49f, 50f, 0.001f, -2.49f, 4.8045 },
        { 50f, -0.001f, 2.49f, 50f, 0.0011f, -2.49f, 4.7461 },
        { 50f, 2.5f, 0f, 50f, 0f, -2.5f, 4.3065 },
        { 50f, 2.5f, 0f, 73f, 25f, -18f, 27.1492 },
        { 50f, 2.5f, 0f, 61f, -5f, 29f, 22.8977 },
        { 50f, 2.5f, 0f, 56f, -27f, -3f, 31.903 },
        { 50f, 2.5f, 0f, 58f, 24f, 15f, 19.4535 },
        { 50f, 2.5f, 0f, 50f, 3.1736f, 0.5854f, 1 },
        { 50f, 2.5f, 0f, 50f, 3.2972f, 0f, 1 },
        { 50f, 2.5f, 0f, 50f, 1.8634f, 0.5757f, 1 },
        { 50f, 2.5f, 0f, 50f, 3.2592f, 0.335f, 1 },
        { 60.2574f, -34.0099f, 36.2677f, 60.4626f, -34.1751f, 39.4387f, 1.2644 },
        { 63.0109f, -31.0961f, -5.8663f, 62.8187f, -29.7946f, -4.0864f, 1.263 },
        { 61.2901f, 3.7196f, -5.3901f, 61.4292f, 2.248f, -4.962f, 1.8731 },
        { 35.0831f, -44.1164f, 3.7933f, 35.0232f, -40.0716f, 1.5901f, 1.8645 },
        { 22.7233f, 20.0904f, -46.694f, 23.0331f, 14.973f, -42.5619f, 2.0373 },
        { 36.4612f, 47.858f, 18.3852f, 36.2715f, 50.5065f, 21.2231f, 1.4146 },
        { 90.8027f, -2.0831f, 1.441f, 91.1528f, -1.6435f, 0.0447f, 1.4441 },
        { 90.9257f, -0.5406f, -0.9208f, 88.6381f, -0.8985f, -0.7239f, 1.5381 },
        { 6.7747f, -0.2908f, -2.4247f, 5.8714f, -0.0985f, -2.2286f, 0.6377 },
        { 2.0776f, 0.0795f, -1.135f, 0.9033f, -0.0636f, -0.5514f, 0.9082 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Difference_PublishedPair_MatchesTable(float l1, float a1, float b1, float l2, float a2, float b2, double expected)
    {
        var first = new CieLab(l1, a1, b1);
        var second = new CieLab(l2, a2, b2);
        Assert.Equal(expected, CieDe2000.Difference(first, second), 0.0001);
        Assert.Equal(expected, CieDe2000.Difference(second, first), 0.0001);
    }

    [Fact]
    public void Difference_SameColour_IsZero() =>
        Assert.Equal(0, CieDe2000.Difference(new CieLab(40, 20, -30), new CieLab(40, 20, -30)));
}
