using Sensorium.Imaging;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// A face detector that runs an ONNX network: the picture is reduced to the network's size, its proposals are read, and of those around
/// one face the most confident is kept. Where the model has a second stage, that judges what is proposed. Made by <see cref="FaceDetectors"/>; safe to use from several threads.
/// </summary>
/// <remarks>
/// A network that takes any size looks twice where the picture is large enough: once at its full size for faces up to three fifths of the
/// picture's longer side, once at a quarter of it for faces from a quarter of that side on. Networks made for small faces miss large ones:
/// of FER+ training tiles that fill a picture of 640 pixels YuNet finds 61 of 100, at 160 pixels 98.
/// </remarks>
public sealed class OnnxFaceDetector : IFaceDetector, IDisposable
{
    // The deepest stride of every detector here; sides that are no multiple of it are filled up with black.
    private const int Multiple = 32;
    private const int Channels = 3;

    // Which faces each of the two looks answers for, as a share of the picture's longer side; both do in between.
    private const double MostInFine = 0.6;
    private const double LeastInCoarse = 0.25;

    private readonly InferenceSession _session;
    private readonly IFaceOutputs _outputs;
    private readonly FaceDetectorSettings _settings;
    private readonly FaceVerifier? _verifier;
    private readonly int? _width;
    private readonly int? _height;

    internal OnnxFaceDetector(InferenceSession session, IFaceOutputs outputs, FaceDetectorSettings settings, string model, FaceVerifier? verifier)
    {
        _session = session;
        _outputs = outputs;
        _settings = settings;
        _verifier = verifier;
        Model = model;
        IReadOnlyList<long> shape = PictureInput(session, model).Shape;
        _height = shape.Count == 4 && shape[2] > 0 ? (int)shape[2] : null;
        _width = shape.Count == 4 && shape[3] > 0 ? (int)shape[3] : null;
    }

    /// <inheritdoc/>
    public string Model { get; }

    /// <summary>The least confidence of a face that <see cref="Detect"/> tells of.</summary>
    public double MinScore => _settings.MinScore;

    /// <inheritdoc/>
    public IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        Picture fine = Fit(picture, _settings.LongSide, cancellationToken);
        IReadOnlyList<DetectedFace> proposals = Propose(picture, fine, cancellationToken);
        return _verifier is null
            ? proposals
            : NonMaximumSuppression.Keep(_verifier.Judge(picture, fine, proposals, cancellationToken).Where(face => face.Confidence >= MinScore), _settings.Overlap);
    }

    /// <summary>Gives the networks' memory back.</summary>
    public void Dispose()
    {
        _session.Dispose();
        _verifier?.Dispose();
    }

    /// <summary>What the first stage finds, which is all where there is no second.</summary>
    private IReadOnlyList<DetectedFace> Propose(Picture picture, Picture fine, CancellationToken cancellationToken)
    {
        double side = Math.Max(picture.Width, picture.Height);
        if (!LooksTwice(fine))
        {
            return NonMaximumSuppression.Keep(Look(picture, fine, cancellationToken), _settings.Overlap);
        }

        Picture coarse = Fit(fine, _settings.CoarseSide, cancellationToken);
        return NonMaximumSuppression.Keep(
            Look(picture, fine, cancellationToken).Where(face => SideOf(face) <= MostInFine * side)
                .Concat(Look(picture, coarse, cancellationToken).Where(face => SideOf(face) >= LeastInCoarse * side)),
            _settings.Overlap);
    }

    /// <summary>Reduces a picture to the wanted size, or to what the network's fixed input holds.</summary>
    private Picture Fit(Picture picture, int longSide, CancellationToken cancellationToken)
    {
        double scale = Math.Min(1, (double)longSide / Math.Max(picture.Width, picture.Height));
        if (_width is { } width && _height is { } height)
        {
            scale = Math.Min(1, Math.Min((double)width / picture.Width, (double)height / picture.Height));
        }

        int across = Math.Max(1, (int)Math.Round(picture.Width * scale));
        int down = Math.Max(1, (int)Math.Round(picture.Height * scale));
        return scale >= 1 ? picture : AreaReduction.Reduce(picture, across, down, _settings.Threads, cancellationToken);
    }

    private bool LooksTwice(Picture fine) =>
        _width is null && _height is null && _settings.CoarseSide > 0 && Math.Max(fine.Width, fine.Height) >= 2 * _settings.CoarseSide;

    /// <summary>Runs the network once.</summary>
    /// <param name="picture">The picture in whose pixels faces come back.</param>
    /// <param name="reduced">What the network is shown of it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>All confident candidates.</returns>
    private List<DetectedFace> Look(Picture picture, Picture reduced, CancellationToken cancellationToken)
    {
        int width = _width ?? RoundUp(reduced.Width);
        int height = _height ?? RoundUp(reduced.Height);
        Tensor input = PictureTensor.Of(reduced, width, height, _settings.Pixels);
        Dictionary<string, Tensor> inputs = new() { [_session.Inputs[0].Name] = input };
        List<DetectedFace> candidates = [];
        _outputs.Read(_session.Run(inputs, cancellationToken), width, height, _verifier?.LeastScore ?? MinScore, candidates);
        double scaleX = (double)picture.Width / reduced.Width, scaleY = (double)picture.Height / reduced.Height;
        List<DetectedFace> found = [];
        foreach (DetectedFace face in candidates)
        {
            DetectedFace moved = Move(face, scaleX, scaleY);
            if (IsInside(moved.Box, picture))
            {
                found.Add(moved);
            }
        }

        return found;
    }

    private static TensorSpec PictureInput(InferenceSession session, string model)
    {
        TensorSpec? input = session.Inputs.Count == 1 ? session.Inputs[0] : null;
        bool fits = input is { Type: TensorType.Float32, Shape.Count: 4 } && input.Shape[0] is -1 or 1 && input.Shape[1] is -1 or Channels;
        string inputs = session.Inputs.Count == 0 ? "-" : string.Join(", ", session.Inputs);
        return fits ? input! : throw new UnsupportedInputException(new LocalizedText(
            $"{model} takes {session.Inputs.Count} inputs ({inputs}); a face detector takes one picture as float32 [1, 3, height, width]. Get its files again, or use another model.",
            $"{model} 모델의 입력은 {session.Inputs.Count}개({inputs})입니다. 얼굴 검출 모델은 사진 하나를 float32 [1, 3, 높이, 너비]로 받아야 합니다. 모델 파일을 다시 구하거나 다른 모델을 쓰십시오."));
    }

    private static double SideOf(DetectedFace face) => Math.Max(face.Box.Width, face.Box.Height);

    // A network answers for what it was shown; what it guesses mostly beyond the border, in the black, is no face.
    private static bool IsInside(FaceBox box, Picture picture) =>
        double.IsFinite(box.X + box.Y + box.Area) && box.Area > 0 && box.Within(picture.Width, picture.Height).Area > box.Area / 2;

    private static DetectedFace Move(DetectedFace face, double scaleX, double scaleY)
    {
        FaceBox box = face.Box;
        return face with
        {
            Box = new(box.X * scaleX, box.Y * scaleY, box.Width * scaleX, box.Height * scaleY),
            Landmarks = face.Landmarks is { } marks ? new(At(marks.RightEye), At(marks.LeftEye), At(marks.Nose), At(marks.RightMouth), At(marks.LeftMouth)) : null,
        };

        FacePoint At(FacePoint point) => new(point.X * scaleX, point.Y * scaleY);
    }

    private static int RoundUp(int pixels) => (pixels + Multiple - 1) / Multiple * Multiple;
}
