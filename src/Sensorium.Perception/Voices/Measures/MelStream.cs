using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>Cuts a stream of samples into frames and gives the mel bands of each in decibels, whatever pieces the samples come in.</summary>
internal sealed class MelStream
{
    private readonly Biquad _highPass = new(BiquadCoefficients.HighPass(VoiceSound.SampleRate, VoiceFrames.LowestHertz));
    private readonly MelFrames _mel = new();
    private readonly float[] _frame = new float[VoiceSound.FrameLength];
    private readonly float[] _bands = new float[VoiceSound.Bands];
    private int _filled;

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Mono at <see cref="VoiceSound.SampleRate"/>, any number.</param>
    /// <param name="frames">Receives the bands of each frame that is complete.</param>
    public void Push(ReadOnlySpan<float> samples, List<float> frames)
    {
        while (samples.Length > 0)
        {
            int count = Math.Min(samples.Length, _frame.Length - _filled);
            _highPass.Process(samples[..count], _frame.AsSpan(_filled, count));
            samples = samples[count..];
            _filled += count;
            if (_filled == _frame.Length)
            {
                Emit(frames);
                _frame.AsSpan(VoiceSound.Hop).CopyTo(_frame);
                _filled -= VoiceSound.Hop;
            }
        }
    }

    private void Emit(List<float> frames)
    {
        _mel.Measure(_frame, _bands);
        MelFrames.ToDecibels(_bands, _bands);
        frames.AddRange(_bands);
    }
}
