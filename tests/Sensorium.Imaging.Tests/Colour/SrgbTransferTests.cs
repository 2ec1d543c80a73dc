namespace Sensorium.Imaging.Tests;

public sealed class SrgbTransferTests
{
    [Fact]
    public void ToByte_OfEveryByteMadeLinear_IsThatByte()
    {
        for (int value = 0; value < 256; value++)
        {
            Assert.Equal(value, SrgbTransfer.ToByte(SrgbTransfer.ToLinear((byte)value)));
        }
    }

    [Fact]
    public void ToLinear_MiddleGrey_IsAFifth() => Assert.Equal(0.2158605, SrgbTransfer.ToLinear((byte)128), 1e-6);

    [Fact]
    public void ToLinear_AroundTheKnee_IsContinuous() =>
        Assert.Equal(SrgbTransfer.ToLinear(0.04045), SrgbTransfer.ToLinear(0.0404501), 1e-6);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 255)]
    public void ToByte_OutsideRange_Clips(double linear, int expected) => Assert.Equal(expected, SrgbTransfer.ToByte(linear));
}
