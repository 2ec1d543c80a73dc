namespace Sensorium.Audio;

/// <summary>
/// The difference function of YIN, steps 2 and 3 (de Cheveigne and Kawahara, "YIN, a fundamental frequency estimator for speech and music",
/// JASA 111, 2002): how much a frame differs from itself a lag later, by way of the Fourier transform.
/// </summary>
internal sealed class DifferenceFunction
{
    private readonly Fft _fft;
    private readonly float[] _padded;
    private readonly float[] _real;
    private readonly float[] _imaginary;
    private readonly float[] _windowReal;
    private readonly float[] _windowImaginary;
    private readonly float[] _correlation;
    private readonly float[] _raw;
    private readonly float[] _normalised;

    public DifferenceFunction(int frameLength, int longestLag)
    {
        _fft = new Fft(frameLength);
        LongestLag = longestLag;
        WindowLength = frameLength - longestLag;
        _padded = new float[frameLength];
        _correlation = new float[frameLength];
        _real = new float[_fft.BinCount];
        _imaginary = new float[_fft.BinCount];
        _windowReal = new float[_fft.BinCount];
        _windowImaginary = new float[_fft.BinCount];
        _raw = new float[longestLag + 1];
        _normalised = new float[longestLag + 1];
    }

    /// <summary>Largest lag in samples.</summary>
    public int LongestLag { get; }

    /// <summary>Samples that are compared at every lag.</summary>
    public int WindowLength { get; }

    /// <summary>d(lag): the sum of squared differences, for lags from 0.</summary>
    public ReadOnlySpan<float> Raw => _raw;

    /// <summary>d'(lag): d by its mean over all shorter lags; 1 at 0.</summary>
    public ReadOnlySpan<float> Normalised => _normalised;

    /// <summary>Compares a frame with itself.</summary>
    /// <returns>The power of the window, a sum of squares; 0 leaves nothing to compare.</returns>
    public double Measure(ReadOnlySpan<float> frame)
    {
        frame[..WindowLength].CopyTo(_padded);
        _fft.Forward(frame, _real, _imaginary);
        _fft.Forward(_padded, _windowReal, _windowImaginary);
        for (int k = 0; k < _real.Length; k++)
        {
            // Frame times the conjugate of its window: no lag wraps around, as window and lag fill the frame exactly.
            float real = (_real[k] * _windowReal[k]) + (_imaginary[k] * _windowImaginary[k]);
            _imaginary[k] = (_imaginary[k] * _windowReal[k]) - (_real[k] * _windowImaginary[k]);
            _real[k] = real;
        }

        _fft.Inverse(_real, _imaginary, _correlation);
        return Differences(frame);
    }

    private double Differences(ReadOnlySpan<float> frame)
    {
        double power = 0;
        for (int i = 0; i < WindowLength; i++)
        {
            power += frame[i] * frame[i];
        }

        double later = power, sum = 0;
        (_raw[0], _normalised[0]) = (0, 1);
        for (int lag = 1; lag <= LongestLag; lag++)
        {
            float leaving = frame[lag - 1], entering = frame[lag + WindowLength - 1];
            later += (entering * entering) - (leaving * leaving);
            double difference = Math.Max(0, power + later - (2 * (double)_correlation[lag]));
            sum += difference;
            _raw[lag] = (float)difference;
            _normalised[lag] = sum > 0 ? (float)(difference * lag / sum) : 1;
        }

        return power;
    }
}
