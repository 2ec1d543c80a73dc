using Sensorium.Library;

namespace Sensorium;

/// <summary>What the library holds.</summary>
public sealed record LibraryStatus
{
    /// <summary>Its folders and servers, by path.</summary>
    public required IReadOnlyList<LibraryRoot> Roots { get; init; }

    /// <summary>Files that are known, unfit and gone ones as well.</summary>
    public required int Files { get; init; }

    /// <summary>Songs that can be used.</summary>
    public required int Songs { get; init; }

    /// <summary>How long they last together.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Files that are not there any more.</summary>
    public required int Gone { get; init; }

    /// <summary>Files whose content cannot be used, and songs of servers that cannot.</summary>
    public required IReadOnlyList<SkippedFile> Unfit { get; init; }
}
