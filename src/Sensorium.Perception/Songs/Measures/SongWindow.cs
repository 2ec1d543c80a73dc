using System.Runtime.InteropServices;

namespace Sensorium.Perception;

/// <summary>The frames of the window that is being heard.</summary>
internal sealed class SongWindow
{
    /// <summary>Number of the first frame.</summary>
    public int First { get; private set; }

    /// <summary>Pitch frames.</summary>
    public int Frames => Masks.Count;

    /// <summary>The notes of each frame; see <see cref="PitchSalience.Notes"/>.</summary>
    public List<ulong> Masks { get; } = [];

    /// <summary>Twelve values a frame; see <see cref="PitchSalience.Chroma"/>.</summary>
    public List<float> Chroma { get; } = [];

    /// <summary>Level of each frame in dB.</summary>
    public List<float> Levels { get; } = [];

    /// <summary>Centre of each frame's spectrum in octaves above 1 Hz.</summary>
    public List<float> Centroids { get; } = [];

    /// <summary>Flatness of each frame's spectrum.</summary>
    public List<float> Flatness { get; } = [];

    /// <summary>Notes that begin in the window or shortly before.</summary>
    public List<SongNote> Notes { get; } = [];

    /// <summary>The notes that stand out in each frame.</summary>
    public List<ulong> ProminentMasks { get; } = [];

    /// <summary>Of those, the ones that begin in the window or shortly before.</summary>
    public List<SongNote> ProminentNotes { get; } = [];

    /// <summary>Onset strength, one value an onset frame.</summary>
    public List<float> Onsets { get; } = [];

    /// <summary>Sum of the magnitudes of all bands, one value an onset frame.</summary>
    public List<float> Magnitudes { get; } = [];

    /// <summary>Rises in each range of frequency, <see cref="OnsetBands.Groups"/> values an onset frame.</summary>
    public List<float> GroupRises { get; } = [];

    /// <summary>Logarithms to base 2 of the power in mel bands, <see cref="OnsetBands.Bands"/> values an onset frame.</summary>
    public List<float> Bands { get; } = [];

    /// <summary>Adds the bands of an onset frame.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Where they go.</returns>
    public Span<float> AddOnsets(int count)
    {
        CollectionsMarshal.SetCount(Bands, Bands.Count + count);
        return CollectionsMarshal.AsSpan(Bands)[^count..];
    }

    /// <summary>Forgets the oldest frames.</summary>
    /// <param name="frames">How many pitch frames.</param>
    public void Forget(int frames)
    {
        First += frames;
        Masks.RemoveRange(0, frames);
        ProminentMasks.RemoveRange(0, frames);
        Levels.RemoveRange(0, frames);
        Centroids.RemoveRange(0, frames);
        Flatness.RemoveRange(0, frames);
        Chroma.RemoveRange(0, frames * SongSound.PitchClasses);
        Notes.RemoveAll(note => note.Start < First);
        ProminentNotes.RemoveAll(note => note.Start < First);
        int onsets = Math.Min(frames * SongSound.OnsetsPerFrame, Onsets.Count);
        Onsets.RemoveRange(0, onsets);
        Magnitudes.RemoveRange(0, onsets);
        GroupRises.RemoveRange(0, onsets * OnsetBands.Groups);
        Bands.RemoveRange(0, onsets * OnsetBands.Bands);
    }
}
