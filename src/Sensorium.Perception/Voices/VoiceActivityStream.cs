namespace Sensorium.Perception;

/// <summary>Judges a sound as it comes, in blocks that do not depend on the pieces it comes in.</summary>
internal sealed class VoiceActivityStream
{
    private readonly VoiceActivityModel _model;
    private readonly SharesHandler _judged;
    private readonly MelStream _mel = new();
    private readonly List<float> _frames = [];
    private readonly float[] _shares = new float[VoiceActivityModel.Block * VoiceActivityModel.Classes];
    private int _judgedCount;
    private int _framesSeen;

    /// <summary>Starts a stream.</summary>
    /// <param name="model">The model.</param>
    /// <param name="judged">Receives four shares for each judgement.</param>
    public VoiceActivityStream(VoiceActivityModel model, SharesHandler judged)
    {
        _model = model;
        _judged = judged;
        AddSilence(VoiceActivityModel.Context);
    }

    /// <summary>Takes four shares.</summary>
    /// <param name="shares">In the order of <see cref="SoundClass"/>.</param>
    internal delegate void SharesHandler(ReadOnlySpan<float> shares);

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Mono at <see cref="VoiceSound.SampleRate"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken)
    {
        // A long sound comes in one piece too: memory stays flat all the same.
        while (samples.Length > 0)
        {
            int count = Math.Min(samples.Length, VoiceSound.SampleRate);
            int before = _frames.Count;
            _mel.Push(samples[..count], _frames);
            _framesSeen += (_frames.Count - before) / VoiceSound.Bands;
            samples = samples[count..];
            Run(VoiceActivityModel.Block, cancellationToken);
        }
    }

    /// <summary>Judges what is left.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Finish(CancellationToken cancellationToken)
    {
        int left = ((_framesSeen + 1) / VoiceActivityModel.Stride) - _judgedCount;
        while (left > 0)
        {
            AddSilence(Math.Max(0, VoiceActivityModel.BlockFrames - (_frames.Count / VoiceSound.Bands)));
            Run(Math.Min(left, VoiceActivityModel.Block), cancellationToken);
            left -= VoiceActivityModel.Block;
        }
    }

    private void Run(int count, CancellationToken cancellationToken)
    {
        while (_frames.Count >= VoiceActivityModel.BlockFrames * VoiceSound.Bands)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _model.Judge(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_frames)[..(VoiceActivityModel.BlockFrames * VoiceSound.Bands)], _shares, cancellationToken);
            _frames.RemoveRange(0, VoiceActivityModel.Block * VoiceActivityModel.Stride * VoiceSound.Bands);
            for (int i = 0; i < count; i++)
            {
                _judged(_shares.AsSpan(i * VoiceActivityModel.Classes, VoiceActivityModel.Classes));
            }

            _judgedCount += count;
        }
    }

    private void AddSilence(int frames) => _frames.AddRange(Enumerable.Repeat(-100f, frames * VoiceSound.Bands));
}
