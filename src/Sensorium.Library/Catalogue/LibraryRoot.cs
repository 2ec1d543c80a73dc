namespace Sensorium.Library;

/// <summary>A folder or a music server whose songs belong to the library.</summary>
/// <param name="Path">The folder, absolute, without a separator at its end, or the server's address (see <see cref="ServerPlace.AddressOf"/>).</param>
/// <param name="Added">When it was added.</param>
public sealed record LibraryRoot(string Path, DateTimeOffset Added);
