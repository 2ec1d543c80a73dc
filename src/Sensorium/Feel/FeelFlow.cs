using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>A picture goes in, its feeling comes out, with evidence: who is in it and how they look, what the scene itself feels like.</summary>
/// <remarks>Safe to use from several threads at once; they share the models.</remarks>
/// <param name="pictures">Reads pictures.</param>
/// <param name="models">The models.</param>
/// <param name="fusion">Puts faces and scene together.</param>
public sealed class FeelFlow(IPictureReader pictures, IFeelModels models, PerceptFusion fusion)
{
    // Enough that a face of a thirtieth of the picture fills the tile that its expression is read from.
    private static readonly PictureReadOptions Wide = new() { TargetLongSide = 1600 };
    private static readonly PictureReadOptions SceneSized = new() { TargetLongSide = 512 };
    private static readonly PictureReadOptions FaceSized = new() { TargetLongSide = 4 * GreyTile.StandardSide };

    /// <summary>Creates the flow with what Sensorium brings along.</summary>
    /// <param name="models">The models; <see cref="FeelModels.Installed"/> are those of this machine.</param>
    public FeelFlow(IFeelModels models)
        : this(new PictureReader(), models, new PerceptFusion())
    {
    }

    /// <summary>Feels a picture file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What is felt, and how.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was felt.</returns>
    /// <exception cref="SensoriumException">The input is unfit, a limit was reached, or a component is missing.</exception>
    public async Task<FeelResult> RunAsync(string path, FeelOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        DecodedPicture decoded = await pictures.ReadAsync(path, ReadOptions(options), cancellationToken);
        return await FeelAsync(decoded, path, new FileInfo(path).Length, options, cancellationToken);
    }

    /// <summary>Feels a picture in memory.</summary>
    /// <param name="file">The bytes of a picture file.</param>
    /// <param name="name">What to call it in sentences and in <see cref="FeelResult.Input"/>.</param>
    /// <param name="options">What is felt, and how.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was felt.</returns>
    /// <exception cref="SensoriumException">The input is unfit, a limit was reached, or a component is missing.</exception>
    public async Task<FeelResult> RunAsync(ReadOnlyMemory<byte> file, string name, FeelOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        DecodedPicture decoded = await pictures.ReadAsync(file, name, ReadOptions(options), cancellationToken);
        return await FeelAsync(decoded, name, file.Length, options, cancellationToken);
    }

    private static PictureReadOptions ReadOptions(FeelOptions options) => options.Subject switch
    {
        FeelSubject.Face => FaceSized,
        FeelSubject.Scene => SceneSized,
        _ => Wide,
    };

    private Task<FeelResult> FeelAsync(DecodedPicture decoded, string input, long bytes, FeelOptions options, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            FaceReading? reading = options.Subject == FeelSubject.Scene
                ? null
                : models.Faces.Read(decoded.Picture, options.Faces with { WholePicture = options.Subject == FeelSubject.Face }, cancellationToken);
            Percept percept = Fuse(decoded.Picture, reading, options, cancellationToken);
            double scale = (double)decoded.SourceWidth / decoded.Picture.Width;
            return new FeelResult
            {
                Input = input,
                Kind = "picture",
                Width = decoded.SourceWidth,
                Height = decoded.SourceHeight,
                Bytes = bytes,
                Percept = percept,
                Faces = [.. (reading?.Faces ?? []).Select(face => Scaled(face, scale))],
                Notes = FeelNotes.Of(percept, reading),
                Warning = decoded.Warning,
            };
        },
        cancellationToken);

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

    private Percept Fuse(Picture picture, FaceReading? reading, FeelOptions options, CancellationToken cancellationToken)
    {
        if (options.Subject == FeelSubject.Face && reading?.Group is { } face)
        {
            return face;
        }

        Percept scene = models.Scene.Perceive(picture, null, reading, cancellationToken);
        return reading?.Group is { } faces ? fusion.Fuse([faces, scene]) : scene;
    }
}
