namespace Sensorium.Library.Tests;

/// <summary>Tags that are written in a process of its own, to be killed: <see cref="KilledTaggingTests"/> starts this program for it alone.</summary>
public sealed class TagChild
{
    internal const string Variable = "SENSORIUM_TEST_TAG";

    [Fact(Explicit = true)]
    public void Tag_InAProcessOfItsOwn_ComesToItsEnd()
    {
        string? path = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(path is null, "Only KilledTaggingTests asks for it.");
        using var catalogue = new SqliteCatalogue(path!);
        var tagger = new LibraryTagger(catalogue);

        Assert.All(catalogue.Files(), file => Assert.Contains(tagger.Tag(file, writes: true).State, (TagState[])[TagState.Written, TagState.Same]));
    }
}
