namespace Sensorium.Browser.Tests;

/// <summary>A page that the browser tests open, and what they may expect of it.</summary>
public abstract class PageUnderTest
{
    /// <summary>Full path of the HTML file.</summary>
    public abstract string File { get; }

    /// <summary>The title that the page carries.</summary>
    public abstract string Title { get; }

    /// <summary>All regions, parents before children.</summary>
    public abstract IReadOnlyList<ExpectedRegion> Regions { get; }

    /// <summary>The regions that can be reached at a level: an object without parts counts among the parts.</summary>
    public IEnumerable<ExpectedRegion> AtLevel(string level) => level switch
    {
        "whole" => Regions.Where(region => region.Level == "whole"),
        "object" => Regions.Where(region => region.Level == "object"),
        _ => Regions.Where(region => region.IsLeaf),
    };
}
