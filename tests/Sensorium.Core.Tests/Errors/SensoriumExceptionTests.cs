namespace Sensorium.Core.Tests;

public sealed class SensoriumExceptionTests
{
    private static readonly LocalizedText Text = new("What came.", "들어온 것.");
    private static readonly IOException Cause = new("disk");

    public static TheoryData<SensoriumException> Errors =>
    [
        new LimitReachedException(Text, Cause),
        new MalformedInputException(Text, Cause),
        new MissingComponentException("ffmpeg", Text, Cause),
        new OutputFailedException(Text, Cause),
        new UnsupportedInputException(Text, Cause),
    ];

    [Theory]
    [MemberData(nameof(Errors), DisableDiscoveryEnumeration = true)]
    public void Constructor_AnyKind_KeepsBothLanguagesAndTheCause(SensoriumException error)
    {
        Assert.Equal(Text, error.Text);
        Assert.Equal(Text.English, error.Message);
        Assert.Same(Cause, error.InnerException);
    }

    [Fact]
    public void Component_Missing_IsNamedAsDoctorNamesIt() =>
        Assert.Equal("ffmpeg", new MissingComponentException("ffmpeg", Text).Component);
}
