using System.Security.Cryptography;

namespace Sensorium.Library;

/// <summary>A form of tags in a kind of file: knows where the fields stand, and how to put others there without touching anything else.</summary>
internal interface ITagForm
{
    /// <summary>The form with its version, e.g. <c>ID3v2.4</c>: entries go back only into the form that they came from.</summary>
    string Name { get; }

    /// <summary>What a field is called in this form, e.g. <c>TBPM</c>.</summary>
    string NameOf(TagField field);

    /// <summary>Makes the file with other fields; nothing is written yet.</summary>
    /// <exception cref="MalformedInputException">The file is not as its form asks.</exception>
    /// <exception cref="UnsupportedInputException">It has something that cannot be kept whole.</exception>
    TagRewrite Rewrite(TagBytes file, IReadOnlyList<FieldEdit> edits);

    /// <summary>Takes in all that is sound, and where the file says that it lies, so that two files with the same hash sound the same.</summary>
    void HashSound(TagBytes file, IncrementalHash hash);
}
