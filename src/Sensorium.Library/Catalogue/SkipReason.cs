namespace Sensorium.Library;

/// <summary>Why something that was found is no song of the library.</summary>
public enum SkipReason
{
    /// <summary>A hidden file or folder: its name begins with a dot, or the system says so.</summary>
    Hidden,

    /// <summary>Its name says that it is no sound: a picture, a text, a video.</summary>
    OtherKind,

    /// <summary>A CUE sheet: it says where songs begin and is none itself.</summary>
    CueSheet,

    /// <summary>Nothing in it, or no ordinary file: a pipe, a socket, a device.</summary>
    Empty,

    /// <summary>Its content is no sound of a known kind.</summary>
    NotSound,

    /// <summary>It cannot be decoded.</summary>
    Broken,

    /// <summary>Larger or longer than allowed, or it took too long.</summary>
    TooLong,

    /// <summary>The file may not be read.</summary>
    Unreadable,

    /// <summary>The folder may not be read.</summary>
    UnreadableFolder,

    /// <summary>Its name is no valid text, so that it cannot be opened.</summary>
    UnreadableName,

    /// <summary>A link that leads nowhere.</summary>
    BrokenLink,

    /// <summary>A link to a folder or file that is looked at already: in a circle, or twice.</summary>
    RepeatedLink,

    /// <summary>Folders in folders, deeper than allowed.</summary>
    TooDeep,

    /// <summary>It went away, or changed, while the scan was at work.</summary>
    Vanished,

    /// <summary>A song of a server that lies in a folder of the library too, byte for byte: the file stands for both.</summary>
    InFolder,

    /// <summary>A song of a server that the server did not hand over.</summary>
    NotFetched,
}
