namespace Sensorium.Library;

/// <summary>MPD answered a command with an error (<c>ACK</c>).</summary>
public sealed class MpdRefusedException : PlayerFailedException
{
    /// <summary>Code of "there is no such thing".</summary>
    public const int NoExist = 50;

    /// <summary>Creates the exception.</summary>
    /// <param name="code">MPD's error code.</param>
    /// <param name="index">Which command of the list, from 0.</param>
    /// <param name="text">What happened and what to do.</param>
    public MpdRefusedException(int code, int index, LocalizedText text)
        : base(text)
    {
        Code = code;
        Index = index;
    }

    /// <summary>MPD's error code: 2 argument, 3 password, 4 permission, 5 unknown command, 50 no such thing, 52 system, 55 the player's state.</summary>
    public int Code { get; }

    /// <summary>Which command of the list failed, from 0; those before it were carried out.</summary>
    public int Index { get; }
}
