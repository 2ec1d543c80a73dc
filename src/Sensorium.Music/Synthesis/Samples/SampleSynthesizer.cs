namespace Sensorium.Music;

/// <summary>Plays instruments that are made of recordings, for sound sets without a SoundFont.</summary>
/// <remarks>
/// Recordings are transposed by band-limited interpolation: 16 zero crossings to each side under a Kaiser window, with the cut-off lowered for notes
/// above the root, so that aliases lie 80 dB down or more for up to three octaves. Notes start and end on their exact frame. As in General MIDI, velocity and volume
/// give amplitudes of their squares; pan is of equal power (a stereo recording is balanced rather than moved). Reverb sends are ignored.
/// </remarks>
public sealed class SampleSynthesizer : ISynthesizer
{
    private const int ChunkFrames = 4096;
    private readonly Dictionary<(int Bank, int Program), (SampleInstrument Instrument, PreparedRecording[] Recordings)> _instruments = [];
    private readonly Dictionary<int, SincTable> _tables = [];
    private readonly float _gain;

    /// <summary>Prepares instruments.</summary>
    /// <param name="instruments">The instruments; of two with one bank and programme the later counts.</param>
    /// <param name="sampleRate">Frames a second of what is rendered, 8000..192000.</param>
    /// <param name="gain">Amplitude of a full-scale recording at full velocity and volume in the middle of a pan at one end; over 0.</param>
    /// <exception cref="ArgumentException">A value is out of the range that its type states.</exception>
    public SampleSynthesizer(IEnumerable<SampleInstrument> instruments, int sampleRate = 44100, double gain = 0.5)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 8000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, 192000);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gain);
        SampleRate = sampleRate;
        _gain = (float)gain;
        foreach (SampleInstrument instrument in instruments)
        {
            if (instrument.Recordings.Count == 0 || !(instrument.AttackSeconds is >= 0 and <= 10) || !(instrument.ReleaseSeconds is >= 0.005 and <= 10))
            {
                throw new ArgumentException(
                    $"Instrument {instrument.Bank}:{instrument.Program} with {instrument.Recordings.Count} recordings, attack {instrument.AttackSeconds} and release {instrument.ReleaseSeconds}: " +
                    "at least 1, 0..10 and .005..10 are allowed.",
                    nameof(instruments));
            }

            _instruments[(instrument.Bank, instrument.Program)] = (instrument, [.. instrument.Recordings.Select(r => new PreparedRecording(r))]);
        }
    }

    /// <inheritdoc/>
    public int SampleRate { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The score breaks a range that its types state.</exception>
    /// <exception cref="UnsupportedInputException">The score asks for an instrument that was not given.</exception>
    public SoundBuffer Render(Score score, int frames, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        _ = ChannelPlan.Assign(score);
        cancellationToken.ThrowIfCancellationRequested();
        var sound = new SoundBuffer(SampleRate, 2, frames);
        TempoMap tempi = new(score);
        foreach (Part part in score.Parts)
        {
            if (!_instruments.TryGetValue((part.Bank, part.Program), out (SampleInstrument Instrument, PreparedRecording[] Recordings) found))
            {
                throw Lacks(part);
            }

            double level = _gain * part.Volume * part.Volume;
            double FrameAt(double beat) => tempi.SecondsAt(beat) * SampleRate;
            int moved = 0;
            double pan = part.Pan;
            foreach (ScheduledNote note in NoteSchedule.OnGrid(part, FrameAt))
            {
                for (; moved < part.PanMoves.Count && Math.Round(FrameAt(part.PanMoves[moved].Beat)) <= note.Start; moved++)
                {
                    pan = part.PanMoves[moved].Pan;
                }

                // A note keeps the place where it began; FluidSynth moves sounding notes too.
                (double right, double left) = Math.SinCos((pan + 1) * Math.PI / 4);
                double velocity = note.Velocity / 127.0;
                double amplitude = level * velocity * velocity;
                Play(note, found.Instrument, Nearest(found.Recordings, note.Pitch), (float)(amplitude * left), (float)(amplitude * right), sound, cancellationToken);
            }
        }

        return sound;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing but managed memory is held.
    }

    private static PreparedRecording Nearest(PreparedRecording[] recordings, int pitch)
    {
        PreparedRecording nearest = recordings[0];
        foreach (PreparedRecording recording in recordings)
        {
            if (Math.Abs(recording.RootPitch - pitch) < Math.Abs(nearest.RootPitch - pitch))
            {
                nearest = recording;
            }
        }

        return nearest;
    }

    private void Play(
        ScheduledNote note,
        SampleInstrument instrument,
        PreparedRecording recording,
        float left,
        float right,
        SoundBuffer sound,
        CancellationToken cancellationToken)
    {
        double step = Math.Pow(2, (note.Pitch - recording.RootPitch) / 12) * recording.SampleRate / SampleRate;
        int key = SincTable.Key(step);
        if (!_tables.TryGetValue(key, out SincTable? table))
        {
            _tables[key] = table = SincTable.ForKey(key);
        }

        long attack = (long)(instrument.AttackSeconds * SampleRate);
        long release = (long)(instrument.ReleaseSeconds * SampleRate);
        long end = Math.Min(sound.Length, note.End + release);
        Span<float> toLeft = sound.Channel(0), toRight = sound.Channel(1);
        ReadOnlySpan<float> first = recording.Channel(0), second = recording.Channel(recording.ChannelCount - 1);
        bool stereo = recording.ChannelCount == 2;
        double position = 0;
        for (long frame = note.Start; frame < end; frame++, position += step)
        {
            if (frame % ChunkFrames == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (position >= recording.Wrap)
            {
                if (!recording.IsLooped)
                {
                    return;
                }

                position -= Math.Floor(((position - recording.Wrap) / recording.LoopLength) + 1) * recording.LoopLength;
            }

            float envelope = Envelope(frame - note.Start, attack, frame - note.End, release);
            float a = table.At(first, position + PreparedRecording.Reach) * envelope;
            float b = stereo ? table.At(second, position + PreparedRecording.Reach) * envelope : a;
            toLeft[(int)frame] += a * left;
            toRight[(int)frame] += b * right;
        }
    }

    /// <summary>Rises in a straight line, falls as a square so that the end is soft.</summary>
    private static float Envelope(long sinceStart, long attack, long sinceEnd, long release)
    {
        float rise = sinceStart < attack ? (float)sinceStart / attack : 1;
        float fall = sinceEnd > 0 ? 1 - ((float)sinceEnd / release) : 1;
        return rise * fall * fall;
    }

    private static UnsupportedInputException Lacks(Part part) => new(new LocalizedText(
        $"The sound set has no instrument {part.Program} in bank {part.Bank}, which the part \"{part.Name}\" asks for. Add it to the sound set's manifest, or choose another sound set.",
        $"소리 세트에 \"{part.Name}\" 파트에 필요한 {part.Bank}번 뱅크의 {part.Program}번 악기가 없습니다. 소리 세트의 목록 파일에 그 악기를 더하거나 다른 소리 세트을 고르십시오."));
}
