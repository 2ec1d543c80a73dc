namespace Sensorium.Library;

/// <summary>A file with other tags, before it is written.</summary>
/// <param name="Pieces">The new file, from its beginning to its end.</param>
/// <param name="Former">What stood in each field that was edited: its entries one after the other, empty for none.</param>
internal sealed record TagRewrite(IReadOnlyList<FilePiece> Pieces, IReadOnlyDictionary<TagField, byte[]> Former);
