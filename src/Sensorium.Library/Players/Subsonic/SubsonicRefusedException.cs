namespace Sensorium.Library;

/// <summary>A server with the Subsonic API answered with an error of the protocol.</summary>
public sealed class SubsonicRefusedException : PlayerFailedException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">The protocol's error code.</param>
    /// <param name="text">What happened and what to do.</param>
    public SubsonicRefusedException(int code, LocalizedText text)
        : base(text) => Code = code;

    /// <summary>The protocol's error code: 0 general, 10 missing parameter, 20 and 30 versions, 40 to 44 who asks, 50 not allowed, 60 trial over, 70 not found.</summary>
    public int Code { get; }
}
