namespace Sensorium.Perception;

/// <summary>
/// Joins judgements into stretches: one begins where its class is more likely than not and ends after it has been unlikely for a while, so that
/// neither a short pause nor a doubtful frame cuts an utterance. A voice that goes on for 15 s is cut where it is weakest.
/// </summary>
internal sealed class VoiceSegmenter
{
    /// <summary>Longest utterance in judgements: 15 s.</summary>
    public const int Longest = 750;

    private const int EarliestCut = 500;
    private const int Shortest = 10;
    private const int VoiceHang = 18;
    private const int MusicHang = 30;
    private const float Begins = 0.5f;
    private const float Stays = 0.3f;
    private readonly List<(float Voice, float Sung, float Music)> _stretch = [];
    private readonly List<VoiceStretch> _found = [];
    private SoundClass _now = SoundClass.Other;
    private int _start;
    private int _lastSure;
    private int _time;

    /// <summary>The first judgement that may still become part of a stretch.</summary>
    public int Open => _now == SoundClass.Other ? _time : _start;

    /// <summary>Takes the next judgement.</summary>
    /// <param name="shares">How likely each of <see cref="SoundClass"/> is.</param>
    public void Push(ReadOnlySpan<float> shares)
    {
        float voice = shares[(int)SoundClass.Speech] + shares[(int)SoundClass.Singing], music = shares[(int)SoundClass.Music];
        SoundClass wanted = voice >= Begins || (_now == SoundClass.Speech && voice >= Stays && voice >= music) ? SoundClass.Speech
            : music >= Begins || (_now == SoundClass.Music && music >= Stays) ? SoundClass.Music
            : SoundClass.Other;
        if (_now != SoundClass.Other && wanted != _now && (_time - _lastSure >= (_now == SoundClass.Speech ? VoiceHang : MusicHang) || (_now == SoundClass.Music && wanted == SoundClass.Speech)))
        {
            Close(_lastSure + 1);
        }

        if (_now == SoundClass.Other && wanted != SoundClass.Other)
        {
            (_now, _start) = (wanted, _time);
        }

        if (_now != SoundClass.Other)
        {
            _stretch.Add((voice, shares[(int)SoundClass.Singing], music));
            _lastSure = wanted == _now ? _time : _lastSure;
        }

        _time++;
        if (_stretch.Count >= Longest)
        {
            Cut();
        }
    }

    /// <summary>Ends the sound.</summary>
    public void Finish()
    {
        if (_now != SoundClass.Other)
        {
            Close(_lastSure + 1);
        }
    }

    /// <summary>Hands out the stretches that have ended since the last call.</summary>
    /// <returns>In order of time.</returns>
    public VoiceStretch[] Take()
    {
        VoiceStretch[] taken = [.. _found];
        _found.Clear();
        return taken;
    }

    private void Cut()
    {
        SoundClass now = _now;
        int at = Longest;
        for (int i = EarliestCut; now == SoundClass.Speech && i < Longest; i++)
        {
            at = at == Longest || _stretch[i].Voice < _stretch[at].Voice ? i : at;
        }

        (float, float, float)[] rest = [.. _stretch.Skip(at)];
        (int start, int lastSure) = (_start + at, _lastSure);
        Close(start);
        if (lastSure >= start)
        {
            (_now, _start, _lastSure) = (now, start, lastSure);
            _stretch.AddRange(rest);
        }
    }

    private void Close(int end)
    {
        int length = end - _start;
        if (length >= Shortest)
        {
            double voice = _stretch.Take(length).Sum(share => share.Voice), sung = _stretch.Take(length).Sum(share => share.Sung);
            _found.Add(new VoiceStretch(_start, end, _now == SoundClass.Speech && sung > voice / 2 ? SoundClass.Singing : _now) { MusicShare = _stretch.Take(length).Average(share => share.Music) });
        }

        _stretch.Clear();
        _now = SoundClass.Other;
    }
}
