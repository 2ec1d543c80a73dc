using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Feels pictures: who is in them and how they look, and the scene itself.</summary>
/// <param name="pictures">Reads pictures.</param>
/// <param name="models">The models.</param>
/// <param name="fusion">Puts faces and scene together.</param>
internal sealed class PictureSense(IPictureReader pictures, IFeelModels models, PerceptFusion fusion) : ISense
{
    // Enough that a face of a thirtieth of the picture fills the tile that its expression is read from.
    private static readonly PictureReadOptions Wide = new() { TargetLongSide = 1600 };
    private static readonly PictureReadOptions SceneSized = new() { TargetLongSide = 512 };
    private static readonly PictureReadOptions FaceSized = new() { TargetLongSide = 4 * GreyTile.StandardSide };

    /// <inheritdoc/>
    public async Task<Sensed> FeelAsync(SenseMaterial material, FeelOptions options, CancellationToken cancellationToken)
    {
        PictureReadOptions size = ReadOptions(options);
        DecodedPicture decoded = material.Path is { } path
            ? await pictures.ReadAsync(path, size, cancellationToken)
            : await pictures.ReadAsync(material.Input.Bytes ?? default, material.Input.Name, size, cancellationToken);
        return new Sensed(await Task.Run(() => Feel(decoded, material, options, cancellationToken), cancellationToken));
    }

    /// <summary>Reads the faces of a picture, where faces are wanted.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="options">What is felt.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The faces; null where nobody looks for any.</returns>
    public FaceReading? ReadFaces(Picture picture, FeelOptions options, CancellationToken cancellationToken) =>
        options.Subject == FeelSubject.Scene
            ? null
            : models.Faces.Read(picture, options.Faces with { WholePicture = options.Subject == FeelSubject.Face }, cancellationToken);

    /// <summary>Feels the scene of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="reading">Its faces; null where nobody looked.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The feeling.</returns>
    public Percept FeelScene(Picture picture, FaceReading? reading, CancellationToken cancellationToken) =>
        models.Scene.Perceive(picture, null, reading, cancellationToken);

    private static PictureReadOptions ReadOptions(FeelOptions options) => options.Subject switch
    {
        FeelSubject.Face => FaceSized,
        FeelSubject.Scene => SceneSized,
        _ => Wide,
    };

    private FeelResult Feel(DecodedPicture decoded, SenseMaterial material, FeelOptions options, CancellationToken cancellationToken)
    {
        FaceReading? reading = ReadFaces(decoded.Picture, options, cancellationToken);
        Percept percept = Fuse(decoded.Picture, reading, options, cancellationToken);
        double scale = (double)decoded.SourceWidth / decoded.Picture.Width;
        return new FeelResult
        {
            Input = material.Input.Name,
            Kind = "picture",
            Width = decoded.SourceWidth,
            Height = decoded.SourceHeight,
            Bytes = material.Length,
            Percept = percept,
            Faces = [.. (reading?.Faces ?? []).Select(face => Scaled(face, scale))],
            Notes = [.. FeelNotes.OfFaces(reading), .. FeelNotes.OfDoubts(percept)],
            Warning = decoded.Warning,
        };
    }

    private Percept Fuse(Picture picture, FaceReading? reading, FeelOptions options, CancellationToken cancellationToken)
    {
        if (options.Subject == FeelSubject.Face && reading?.Group is { } face)
        {
            return face;
        }

        Percept scene = FeelScene(picture, reading, cancellationToken);
        return reading?.Group is { } faces ? fusion.Fuse([faces, scene]) : scene;
    }

    private static FacePercept Scaled(FacePercept face, double scale)
    {
        FaceBox box = face.Face.Box;
        FaceLandmarks? marks = face.Face.Landmarks;
        return face with
        {
            Face = face.Face with
            {
                Box = new(box.X * scale, box.Y * scale, box.Width * scale, box.Height * scale),
                Landmarks = marks is null ? null : new(At(marks.RightEye), At(marks.LeftEye), At(marks.Nose), At(marks.RightMouth), At(marks.LeftMouth)),
            },
        };

        FacePoint At(FacePoint point) => new(point.X * scale, point.Y * scale);
    }
}
