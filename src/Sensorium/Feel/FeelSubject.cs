namespace Sensorium;

/// <summary>What of an input is felt.</summary>
public enum FeelSubject
{
    /// <summary>Everything that its kind has: faces and scene of a picture, the voice or the song that a sound is, all of a video, the words of a text.</summary>
    Everything,

    /// <summary>The whole picture is one face.</summary>
    Face,

    /// <summary>The scene alone; nobody looks for faces.</summary>
    Scene,

    /// <summary>The voice of a sound or a video alone.</summary>
    Voice,

    /// <summary>The music of a sound or a video, whatever else is heard in it.</summary>
    Song,

    /// <summary>The words of a text file, whatever its first bytes look like.</summary>
    Text,
}
