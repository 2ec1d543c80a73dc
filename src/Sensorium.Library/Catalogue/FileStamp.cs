namespace Sensorium.Library;

/// <summary>What tells whether a file is still the same: looked at in this order, the cheap signs first.</summary>
public sealed record FileStamp
{
    /// <summary>The file, absolute, or the path of a <see cref="ServerPlace"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>When it was last written, or when its server took it in, in UTC.</summary>
    public required DateTime Modified { get; init; }

    /// <summary>See <see cref="Library.Fingerprint"/>; 32 small hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Hash of the CUE sheet that cuts the file into songs; null where there is none. Default null.</summary>
    public string? Cue { get; init; }
}
