using System.Numerics.Tensors;
using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>Finds the pins of pictures that are like one.</summary>
public static class PinBoard
{
    /// <summary>From this likeness on two pictures count as the same or one much like it; docs/match.md has the figures.</summary>
    public const double SameFrom = 0.82;

    /// <summary>Ties a song to a picture. The picture itself is not kept.</summary>
    /// <param name="name">What the picture is called, for people.</param>
    /// <param name="songId">The song.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="clock">Tells when.</param>
    /// <returns>A pin to store.</returns>
    public static Pin Make(string name, long songId, PictureVector picture, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(clock);
        return new Pin { Name = name, SongId = songId, Vector = picture.Values, Model = PictureVector.Model, Time = clock.GetUtcNow() };
    }

    /// <summary>Finds pins.</summary>
    /// <param name="pins">All pins.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="threshold">How alike pictures are at least; see <see cref="SameFrom"/>.</param>
    /// <returns>One pin for each song, the likest picture first, of equals the latest.</returns>
    public static IReadOnlyList<FoundPin> Find(IEnumerable<Pin> pins, PictureVector picture, double threshold = SameFrom)
    {
        ArgumentNullException.ThrowIfNull(pins);
        ArgumentNullException.ThrowIfNull(picture);
        return
        [
            .. pins
                .Where(pin => pin.Model == PictureVector.Model && pin.Vector.Length == PictureVector.Length)
                .Select(pin => new FoundPin(pin, TensorPrimitives.Dot(pin.Vector.Span, picture.Values.Span)))
                .Where(found => found.Likeness >= threshold)
                .OrderByDescending(found => found.Likeness).ThenByDescending(found => found.Pin.Time)
                .DistinctBy(found => found.Pin.SongId),
        ];
    }
}
