namespace Sensorium.Audio;

/// <summary>
/// The features of a stream of samples, frame by frame, all from one <see cref="Stft"/>. Each is computed when it is first asked for in a frame,
/// so that one pays for what one reads; memory does not grow and nothing is allocated per frame. One instance serves one thread at a time.
/// </summary>
/// <example>
/// <code>
/// var features = new FeatureExtractor(22050);
/// ReadOnlySpan&lt;float&gt; rest = piece;
/// while (features.Next(ref rest)) { Use(features.Mfcc, features.Centroid); }   // for each piece
/// while (features.Flush()) { Use(features.Mfcc, features.Centroid); }          // at the end
/// </code>
/// </example>
public sealed class FeatureExtractor
{
    private readonly Stft _stft;
    private readonly MelFilterbank _melFilters;
    private readonly CosineTransform _cosines;
    private readonly ChromaFilterbank _chromaFilters;
    private readonly SpectralContrast _contrastBands;
    private readonly SpectralShape _shape;
    private readonly Cached _mel;
    private readonly Cached _logMel;
    private readonly Cached _mfcc;
    private readonly Cached _chroma;
    private readonly Cached _contrast;
    private readonly Cached _tonnetz;

    /// <summary>Plans for one sample rate.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="options">Frames, bands and tuning; null for the defaults.</param>
    public FeatureExtractor(int sampleRate, FeatureOptions? options = null)
    {
        options ??= new FeatureOptions();
        _stft = new Stft(options.FrameLength, options.Hop);
        _melFilters = new MelFilterbank(sampleRate, options.FrameLength, options.MelBandCount);
        _cosines = new CosineTransform(options.MelBandCount, options.CepstralCount);
        _chromaFilters = new ChromaFilterbank(sampleRate, options.FrameLength, options.Tuning);
        _contrastBands = new SpectralContrast(sampleRate, options.FrameLength);
        _shape = new SpectralShape(sampleRate, options.FrameLength);
        _mel = new Cached(options.MelBandCount);
        _logMel = new Cached(options.MelBandCount);
        _mfcc = new Cached(options.CepstralCount);
        _chroma = new Cached(ChromaFilterbank.Count);
        _contrast = new Cached(_contrastBands.BandCount);
        _tonnetz = new Cached(Audio.Tonnetz.Count);
    }

    /// <summary>Number of the present frame, from 0; -1 before the first. Its middle is at sample Index x hop.</summary>
    public long Index => _stft.Index;

    /// <summary>Squared magnitudes, [bins].</summary>
    public ReadOnlySpan<float> Power => _stft.Power;

    /// <summary>Magnitudes, [bins].</summary>
    public ReadOnlySpan<float> Magnitude => _stft.Magnitude;

    /// <summary>Power in mel bands, [bands]; see <see cref="MelFilterbank"/>.</summary>
    public ReadOnlySpan<float> Mel
    {
        get
        {
            if (_mel.Renew(Index))
            {
                _melFilters.Apply(_stft.Power, _mel.Values);
            }

            return _mel.Values;
        }
    }

    /// <summary>Power in mel bands in dB, -100 and more, [bands]. librosa also raises what is 80 dB below the loudest of all frames: see <see cref="PowerDecibels.LimitRange"/>.</summary>
    public ReadOnlySpan<float> LogMel
    {
        get
        {
            if (_logMel.Renew(Index))
            {
                PowerDecibels.Of(Mel, _logMel.Values);
            }

            return _logMel.Values;
        }
    }

    /// <summary>Cepstral coefficients of <see cref="LogMel"/>, [coefficients].</summary>
    public ReadOnlySpan<float> Mfcc
    {
        get
        {
            if (_mfcc.Renew(Index))
            {
                _cosines.Apply(LogMel, _mfcc.Values);
            }

            return _mfcc.Values;
        }
    }

    /// <summary>Pitch classes from C to B, 0..1, the largest 1, [12].</summary>
    public ReadOnlySpan<float> Chroma
    {
        get
        {
            if (_chroma.Renew(Index))
            {
                _chromaFilters.Apply(_stft.Power, _chroma.Values);
            }

            return _chroma.Values;
        }
    }

    /// <summary>Spectral contrast in dB, [7].</summary>
    public ReadOnlySpan<float> Contrast
    {
        get
        {
            if (_contrast.Renew(Index))
            {
                _contrastBands.Apply(_stft.Magnitude, _contrast.Values);
            }

            return _contrast.Values;
        }
    }

    /// <summary>Tonal centroid, [6].</summary>
    public ReadOnlySpan<float> Tonnetz
    {
        get
        {
            if (_tonnetz.Renew(Index))
            {
                Audio.Tonnetz.Of(Chroma, _tonnetz.Values);
            }

            return _tonnetz.Values;
        }
    }

    /// <summary>Spectral centroid in hertz.</summary>
    public float Centroid => _shape.Centroid(_stft.Magnitude);

    /// <summary>Spectral bandwidth in hertz.</summary>
    public float Bandwidth => _shape.Bandwidth(_stft.Magnitude, Centroid);

    /// <summary>Frequency in hertz below which 85 % of the magnitude lies.</summary>
    public float RollOff => _shape.RollOff(_stft.Magnitude);

    /// <summary>Spectral flatness, 0..1.</summary>
    public float Flatness => _shape.Flatness(_stft.Power);

    /// <summary>Root of the mean square of the frame's samples.</summary>
    public float RootMeanSquare => FrameLevel.RootMeanSquare(_stft.Signal, _stft.Length);

    /// <summary>Zero crossings a sample, 0..1.</summary>
    public float ZeroCrossingRate => FrameLevel.ZeroCrossingRate(_stft.Signal, _stft.Length);

    /// <summary>How many frames a signal has.</summary>
    /// <param name="length">Its samples, at least 0.</param>
    /// <returns>1 + length / hop.</returns>
    public long Count(long length) => _stft.Count(length);

    /// <summary>Takes samples until the next frame is complete.</summary>
    /// <param name="samples">The next samples; what was taken is cut off its beginning.</param>
    /// <returns>Whether there is a new frame; otherwise all samples were taken.</returns>
    public bool Next(ref ReadOnlySpan<float> samples) => _stft.Next(ref samples);

    /// <summary>Makes the frames that reach over the end of the signal, one a call.</summary>
    /// <returns>Whether there was one more.</returns>
    public bool Flush() => _stft.Flush();

    /// <summary>Starts a new signal.</summary>
    public void Reset()
    {
        _stft.Reset();
        foreach (Cached cached in (ReadOnlySpan<Cached>)[_mel, _logMel, _mfcc, _chroma, _contrast, _tonnetz])
        {
            cached.Forget();
        }
    }

    private sealed class Cached(int length)
    {
        private long _frame = -1;

        public float[] Values { get; } = new float[length];

        public void Forget() => _frame = -1;

        /// <summary>Whether the values are those of an earlier frame; afterwards they count as this one's.</summary>
        public bool Renew(long frame)
        {
            bool stale = _frame != frame;
            _frame = frame;
            return stale;
        }
    }
}
