namespace Sensorium.Audio;

/// <summary>Numbers of consecutive frames, [frames x width], each frame's numbers beside each other.</summary>
public sealed class FrameTable
{
    private float[] _values = [];

    /// <summary>Makes an empty table.</summary>
    /// <param name="width">Numbers of a frame, at least 1.</param>
    public FrameTable(int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        Width = width;
    }

    /// <summary>Numbers of a frame.</summary>
    public int Width { get; }

    /// <summary>Frames.</summary>
    public int FrameCount { get; private set; }

    /// <summary>All numbers, frame by frame.</summary>
    public Span<float> Values => _values.AsSpan(0, FrameCount * Width);

    /// <summary>The numbers of one frame.</summary>
    /// <param name="index">0 to <see cref="FrameCount"/> - 1.</param>
    public Span<float> this[int index] => Values.Slice(index * Width, Width);

    /// <summary>Adds a frame of zeros.</summary>
    /// <returns>Its numbers.</returns>
    public Span<float> Add()
    {
        int needed = checked((FrameCount + 1) * Width);
        if (needed > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(needed, Math.Min(2 * _values.Length, Array.MaxLength)));
        }

        FrameCount++;
        return this[FrameCount - 1];
    }

    /// <summary>Adds a frame.</summary>
    /// <param name="frame"><see cref="Width"/> numbers.</param>
    public void Add(ReadOnlySpan<float> frame)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(frame.Length, Width);
        frame.CopyTo(Add());
    }
}
