namespace Sensorium.Perception;

/// <summary>What can be wrong with voices and their models.</summary>
internal static class VoiceErrors
{
    /// <summary>A model gave numbers that are none.</summary>
    /// <param name="model">The model.</param>
    public static MalformedInputException BadOutput(string model) => new(new LocalizedText(
        $"The model {model} gave no finite numbers of the expected count; get its files again ('sensorium models verify'), or use another model.",
        $"{model} 모델이 기대한 개수의 유한한 수를 내지 않았습니다. 모델 파일을 다시 구하거나('sensorium models verify') 다른 모델을 쓰십시오."));

    /// <summary>Recordings of a speaker without a voice.</summary>
    public static MalformedInputException NoSpeaker() => new(new LocalizedText(
        "No voice of half a second or more was heard in the speaker's own recordings; give some in which that person talks for a few seconds.",
        "말하는 사람의 기준 녹음에서 0.5초 이상의 목소리를 찾지 못했습니다. 그 사람이 몇 초 동안 말한 녹음을 주십시오."));

    /// <summary>A task for which no model is installed.</summary>
    /// <param name="task">The task.</param>
    public static MissingComponentException NoModel(string task) => new(task, new LocalizedText(
        $"There is no model of the task \"{task}\"; one comes with Sensorium in its folder models/. Install Sensorium again, or put the model's folder there.",
        $"\"{task}\" 모델이 없습니다. 이 모델은 Sensorium의 models/ 폴더에 들어 있습니다. Sensorium을 다시 설치하거나 모델 폴더를 그 자리에 넣으십시오."));
}
