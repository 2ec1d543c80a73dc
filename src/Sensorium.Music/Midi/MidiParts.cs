namespace Sensorium.Music;

/// <summary>Makes parts of a track's channel messages.</summary>
internal static class MidiParts
{
    public static IEnumerable<Part> Gather(MidiTrack track, int ticksPerQuarter)
    {
        for (int channel = 0; channel < 16; channel++)
        {
            var gathered = new ChannelNotes(channel, ticksPerQuarter);
            foreach (MidiEvent message in track.Events)
            {
                if (!message.IsMeta && message.Channel == channel)
                {
                    gathered.Add(message);
                }
            }

            if (gathered.ToPart(MidiSequence.Name(track), track.EndTick) is { } part)
            {
                yield return part;
            }
        }
    }

    /// <summary>The state of one channel while its track is read.</summary>
    private sealed class ChannelNotes(int channel, int ticksPerQuarter)
    {
        private readonly int[] _controllers = StartControllers();
        private readonly Dictionary<int, (long Tick, int Velocity)> _sounding = [];
        private readonly List<Note> _notes = [];
        private readonly List<PanMove> _moves = [];
        private int _program;
        private Part? _settings;

        public void Add(MidiEvent message)
        {
            switch (message.Status & 0xF0)
            {
                case MidiStatus.Controller:
                    _controllers[message.Data1] = message.Data2;
                    if (message.Data1 == MidiController.Pan && _settings is not null)
                    {
                        _moves.Add(new PanMove(message.Tick / (double)ticksPerQuarter, Pan()));
                    }

                    break;
                case MidiStatus.Program:
                    _program = message.Data1;
                    break;
                case MidiStatus.NoteOn when message.Data2 > 0:
                    _settings ??= Settings();
                    Release(message.Data1, message.Tick);
                    _sounding[message.Data1] = (message.Tick, message.Data2);
                    break;
                case MidiStatus.NoteOn or MidiStatus.NoteOff:
                    Release(message.Data1, message.Tick);
                    break;
                default:
                    break; // Pressure and pitch bend have no place in a score.
            }
        }

        public Part? ToPart(string name, long endTick)
        {
            foreach (int pitch in _sounding.Keys.Order().ToArray())
            {
                Release(pitch, endTick);
            }

            // A track that sets its instrument but plays no note is still a part.
            Part? settings = _settings ?? (_program != 0 || _controllers[MidiController.BankLsb] >= 0 ? Settings() : null);
            return settings is null ? null : settings with { Name = name, Notes = _notes, PanMoves = _moves };
        }

        private static int[] StartControllers()
        {
            var controllers = new int[128];
            controllers[MidiController.Volume] = 100;
            controllers[MidiController.Pan] = 64;
            controllers[MidiController.Reverb] = 40;
            controllers[MidiController.BankLsb] = -1;
            return controllers;
        }

        private double Pan()
        {
            int pan = _controllers[MidiController.Pan] - 64;
            return pan < 0 ? pan / 64.0 : pan / 63.0;
        }

        private Part Settings() => new()
        {
            Name = string.Empty,
            Program = _program,
            Bank = channel == ChannelPlan.PercussionChannel ? ChannelPlan.PercussionBank : _controllers[MidiController.BankMsb],
            Volume = _controllers[MidiController.Volume] / 127.0,
            Pan = Pan(),
            Reverb = _controllers[MidiController.Reverb] / 127.0,
            Notes = [],
        };

        private void Release(int pitch, long tick)
        {
            if (_sounding.Remove(pitch, out (long Tick, int Velocity) start))
            {
                double length = Math.Max(1, tick - start.Tick) / (double)ticksPerQuarter;
                _notes.Add(new Note(start.Tick / (double)ticksPerQuarter, length, pitch, start.Velocity));
            }
        }
    }
}
