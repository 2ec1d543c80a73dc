using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>Opens the scene model as the program uses it: with faces where that is possible.</summary>
public static class SceneModels
{
    /// <summary>Opens the usual scene model.</summary>
    /// <param name="catalogue">The models on this machine.</param>
    /// <returns>A model that looks for faces itself where the caller has not; where it cannot, its evidence says why.</returns>
    /// <exception cref="MissingComponentException">There is no scene model.</exception>
    /// <exception cref="MalformedInputException">The scene model is damaged.</exception>
    public static ISceneModel Open(ModelCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ModelFolder folder = catalogue.FindForTask(SceneModel.Task) ?? throw new MissingComponentException(SceneModel.Task, new LocalizedText(
            "There is no model of the task \"scene\"; one comes with Sensorium in its folder models/. Install Sensorium again, or put the model's folder there.",
            "\"scene\" 모델이 없습니다. 이 모델은 Sensorium의 models/ 폴더에 들어 있습니다. Sensorium을 다시 설치하거나 모델 폴더를 그 자리에 넣으십시오."));
        FacePerceiver? faces = OpenFaces(catalogue, out LocalizedText? whyNot);
        return new FacesInScene(SceneModel.Open(folder), faces, whyNot);
    }

    /// <summary>Opens what reads faces.</summary>
    /// <param name="catalogue">The models on this machine.</param>
    /// <param name="whyNot">Why that is not possible here; null where it is.</param>
    /// <returns>The reader; null where a model or ONNX Runtime is missing.</returns>
    public static FacePerceiver? OpenFaces(ModelCatalogue catalogue, out LocalizedText? whyNot)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        whyNot = null;
        if (catalogue.FindForTask(FaceDetectors.Task) is not { } detector || catalogue.FindForTask(OnnxFaceExpressionModel.Task) is not { } expressions)
        {
            whyNot = new("faces were not looked for: there is no model that finds and reads them", "얼굴은 찾지 않음: 얼굴을 찾고 읽는 모델이 없음");
            return null;
        }

        try
        {
            return new FacePerceiver(FaceDetectors.Open(detector), OnnxFaceExpressionModel.Open(expressions));
        }
        catch (MissingComponentException)
        {
            whyNot = new("faces were not looked for: ONNX Runtime is not installed ('sensorium doctor' tells how)", "얼굴은 찾지 않음: ONNX Runtime이 설치되어 있지 않음('sensorium doctor'가 방법을 알려 줌)");
            return null;
        }
    }
}
