using Sensorium.Imaging;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// The second stage of a face detector: looks closely at the crop around each proposal, says anew how sure a face is there, and moves the box.
/// Safe to use from several threads.
/// </summary>
/// <remarks>
/// A network with two inputs, square crops <c>[N, 3, side, side]</c> of RGB 0..255 and the first stage's scores <c>[N]</c>, and one output <c>[N, 5]</c>:
/// the confidence, how far the box's middle moves across and down, and its new width and height, all four in sizes of the old box (the root of its area).
/// </remarks>
internal sealed class FaceVerifier : IDisposable
{
    private const int Channels = 3;
    private const int Numbers = 5;
    private const int MostSide = 256;

    private readonly InferenceSession _session;
    private readonly FaceVerifierSettings _settings;
    private readonly int _side;

    private FaceVerifier(InferenceSession session, FaceVerifierSettings settings, int side)
    {
        _session = session;
        _settings = settings;
        _side = side;
    }

    /// <summary>The least score of a proposal that is ever worth a look.</summary>
    public double LeastScore => Math.Min(_settings.LeastScore, _settings.LeastInGroup);

    /// <summary>Opens the network.</summary>
    /// <param name="path">Its ONNX file.</param>
    /// <param name="settings">How it is run.</param>
    /// <param name="threads">Threads that share the work of one call; 0 for one a core.</param>
    /// <returns>The stage, to be disposed.</returns>
    /// <exception cref="UnsupportedInputException">The network takes or gives something else.</exception>
    /// <exception cref="MalformedInputException">The file is not a sound network.</exception>
    public static FaceVerifier Open(string path, FaceVerifierSettings settings, int threads)
    {
        var session = InferenceSession.Open(path, new SessionOptions { Threads = threads });
        try
        {
            return new FaceVerifier(session, settings, SideOf(session));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Judges proposals.</summary>
    /// <param name="picture">The picture in whose pixels they are.</param>
    /// <param name="reduced">The picture as the first stage saw it, from which large faces are cut; small ones are cut from <paramref name="picture"/>.</param>
    /// <param name="proposals">The proposals, most confident first; faint ones without a clear one and those over the limit are dropped.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A face for each proposal that is left, in the same order, with its new confidence and box.</returns>
    /// <exception cref="MalformedInputException">The network gave no finite numbers.</exception>
    public IReadOnlyList<DetectedFace> Judge(Picture picture, Picture reduced, IReadOnlyList<DetectedFace> proposals, CancellationToken cancellationToken)
    {
        int count = Count(proposals);
        if (count == 0)
        {
            return [];
        }

        int plane = _side * _side;
        float[] pixels = new float[count * Channels * plane];
        float[] scores = new float[count];
        for (int i = 0; i < count; i++)
        {
            Cut(picture, reduced, proposals[i].Box, pixels.AsSpan(i * Channels * plane, Channels * plane));
            scores[i] = (float)proposals[i].Confidence;
        }

        Tensor[] inputs = [Tensor.Of(pixels, count, Channels, _side, _side), Tensor.Of(scores, count)];
        ReadOnlySpan<float> found = Checked(_session.Run(inputs, cancellationToken)[0].Values<float>(), count);
        var faces = new DetectedFace[count];
        for (int i = 0; i < count; i++)
        {
            faces[i] = Moved(proposals[i], found.Slice(i * Numbers, Numbers));
        }

        return faces;
    }

    /// <summary>Gives the network's memory back.</summary>
    public void Dispose() => _session.Dispose();

    // Proposals come with the most confident first.
    private int Count(IReadOnlyList<DetectedFace> proposals)
    {
        double least = proposals.Count(face => face.Confidence >= _settings.ClearScore) switch
        {
            0 => _settings.LeastAlone,
            1 => _settings.LeastScore,
            _ => _settings.LeastInGroup,
        };
        int count = Math.Min(proposals.Count, _settings.MostProposals);
        while (count > 0 && proposals[count - 1].Confidence < least)
        {
            count--;
        }

        return count;
    }

    private static double SizeOf(FaceBox box) => Math.Sqrt(box.Area);

    private static DetectedFace Moved(DetectedFace face, ReadOnlySpan<float> found)
    {
        FaceBox box = face.Box;
        double size = SizeOf(box), width = found[3] * size, height = found[4] * size;
        double x = box.X + (box.Width / 2) + (found[1] * size), y = box.Y + (box.Height / 2) + (found[2] * size);
        return face with { Box = new(x - (width / 2), y - (height / 2), width, height), Confidence = Math.Clamp(found[0], 0, 1) };
    }

    private static int SideOf(InferenceSession session)
    {
        IReadOnlyList<long> shape = session.Inputs[0].Shape;
        bool fits = session.Inputs.Count == 2 && session.Inputs[0].Type == TensorType.Float32 && shape.Count == 4 && shape[1] == Channels && shape[2] == shape[3]
            && shape[2] is > 0 and <= MostSide && session.Inputs[1].Type == TensorType.Float32 && session.Inputs[1].Shape.Count == 1
            && session.Outputs[0].Type == TensorType.Float32 && session.Outputs[0].Shape.Count == 2 && session.Outputs[0].Shape[1] is -1 or Numbers;
        string inputs = string.Join(", ", session.Inputs);
        return fits ? (int)shape[2] : throw new UnsupportedInputException(new LocalizedText(
            $"{session.Name} takes {inputs} and gives {session.Outputs[0]}; the second stage of a face detector takes float32 [N, 3, side, side] with a side of at most {MostSide} and float32 [N], and gives [N, 5].",
            $"{session.Name} 파일의 입력은 {inputs}, 출력은 {session.Outputs[0]}입니다. 얼굴 검출의 둘째 단계는 float32 [N, 3, 변, 변](변은 {MostSide} 이하)과 float32 [N]을 받아 [N, 5]를 내야 합니다."));
    }

    private void Cut(Picture picture, Picture reduced, FaceBox box, Span<float> pixels)
    {
        double span = _settings.Room * Math.Max(SizeOf(box), 1);
        double x = box.X + (box.Width / 2), y = box.Y + (box.Height / 2);
        double ratio = (double)reduced.Width / picture.Width;

        // The reduced picture serves as long as it holds a pixel for each of the crop's.
        (Picture source, CropFrame frame) = span * ratio >= _side
            ? (reduced, new CropFrame(x * ratio, y * reduced.Height / picture.Height, span * ratio))
            : (picture, new CropFrame(x, y, span));
        UprightCrop.Fill(source, frame, _side, pixels);
    }

    private ReadOnlySpan<float> Checked(ReadOnlySpan<float> found, int count)
    {
        bool isSound = found.Length == count * Numbers;
        foreach (float number in found)
        {
            isSound &= float.IsFinite(number);
        }

        return isSound ? found : throw new MalformedInputException(new LocalizedText(
            $"{_session.Name} gave no five finite numbers for each proposal; get the model's files again ('sensorium models verify'), or use another model.",
            $"{_session.Name} 파일이 후보마다 유한한 수 다섯 개를 내지 않았습니다. 모델 파일을 다시 구하거나('sensorium models verify') 다른 모델을 쓰십시오."));
    }
}
