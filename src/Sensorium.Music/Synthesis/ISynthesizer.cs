namespace Sensorium.Music;

/// <summary>Turns a score into sound. One instance is used by one thread at a time; the same score gives the same samples.</summary>
public interface ISynthesizer : IDisposable
{
    /// <summary>Frames a second of what <see cref="Render"/> returns.</summary>
    int SampleRate { get; }

    /// <summary>Plays a score from its start into a stereo buffer; every call starts from silence.</summary>
    /// <param name="score">What to play.</param>
    /// <param name="frames">Length of the result in frames; longer than the score lets sounds ring out, shorter cuts them.</param>
    /// <param name="cancellationToken">Stops the rendering between blocks.</param>
    /// <returns>Two channels of <paramref name="frames"/> frames; may exceed full scale.</returns>
    SoundBuffer Render(Score score, int frames, CancellationToken cancellationToken = default);
}
