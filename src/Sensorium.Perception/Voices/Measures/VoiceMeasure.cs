namespace Sensorium.Perception;

/// <summary>What is measured of each frame of a voice.</summary>
internal enum VoiceMeasure
{
    /// <summary>Power of the frame in decibels re full scale.</summary>
    Level,

    /// <summary>Fundamental frequency in semitones over 55 Hz; meaningless in unvoiced frames.</summary>
    Pitch,

    /// <summary>How alike neighbouring periods are, 0..1: low in breathy and hoarse voices.</summary>
    Periodicity,

    /// <summary>Centre of the power spectrum in mel.</summary>
    Centroid,

    /// <summary>Mel below which 85 % of the power lies.</summary>
    RollOff,

    /// <summary>Geometric by arithmetic mean of the mel bands in decibels: 0 for noise, far below for a tone.</summary>
    Flatness,

    /// <summary>Mean rise of the mel bands since the frame before, in decibels.</summary>
    Flux,

    /// <summary>Slope of the spectrum below 500 Hz, in decibels per 500 Hz.</summary>
    LowSlope,

    /// <summary>Slope of the spectrum from 500 to 1500 Hz, in decibels per kilohertz.</summary>
    MiddleSlope,

    /// <summary>Power of 1..5 kHz by that of 50..1000 Hz in decibels: a pressed, loud voice is brighter.</summary>
    Brightness,

    /// <summary>Highest peak of 2..5 kHz by the highest of 0..2 kHz in decibels (Hammarberg index, negated).</summary>
    Peaks,

    /// <summary>Power of the first harmonic by that of the second in decibels: high in soft, breathy voices.</summary>
    Softness,

    /// <summary>The first of 13 mel-frequency cepstral coefficients; the others follow.</summary>
    Cepstrum,
}
