using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>Listens for voices in four of every twelve seconds: enough for the share of a song, at a third of the cost.</summary>
internal sealed class VocalEar
{
    private const int Period = 12 * SongSound.SampleRate, Listened = 4 * SongSound.SampleRate;
    private const float LeastVoice = 0.5f;
    private readonly VoiceActivityModel _model;
    private readonly float[] _piece = new float[4096];
    private StreamResampler? _resampler;
    private VoiceActivityStream? _stream;
    private long _place;
    private long _judged, _voices;

    /// <summary>Starts to listen.</summary>
    /// <param name="model">Tells voices from music.</param>
    public VocalEar(VoiceActivityModel model) => _model = model;

    /// <summary>Share of the judgements that heard somebody speak or sing.</summary>
    public double Share => _judged == 0 ? 0 : (double)_voices / _judged;

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Mono at the rate of songs.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken)
    {
        while (!samples.IsEmpty)
        {
            long within = _place % Period;
            bool listens = within < Listened;
            int count = (int)Math.Min(samples.Length, (listens ? Listened : Period) - within);
            if (listens)
            {
                Hear(samples[..count], cancellationToken);
            }

            _place += count;
            samples = samples[count..];
            if (listens && _place % Period >= Listened)
            {
                Finish(cancellationToken);
            }
        }
    }

    /// <summary>Judges what is left.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Finish(CancellationToken cancellationToken)
    {
        _stream?.Finish(cancellationToken);
        _stream = null;
        _resampler = null;
    }

    private void Hear(ReadOnlySpan<float> samples, CancellationToken cancellationToken)
    {
        _resampler ??= new StreamResampler(SongSound.SampleRate, VoiceSound.SampleRate);
        _stream ??= new VoiceActivityStream(_model, Count);
        for (int made; (made = _resampler.Next(ref samples, _piece)) > 0;)
        {
            _stream.Push(_piece.AsSpan(0, made), cancellationToken);
        }
    }

    private void Count(ReadOnlySpan<float> shares)
    {
        _judged++;
        _voices += shares[(int)SoundClass.Speech] + shares[(int)SoundClass.Singing] > LeastVoice ? 1 : 0;
    }
}
