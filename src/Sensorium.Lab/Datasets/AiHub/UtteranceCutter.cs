using System.Runtime.CompilerServices;
using Sensorium.Media;

namespace Sensorium.Lab.Datasets;

/// <summary>Cuts utterances out of a sound while it is decoded; only those that are being cut are in memory.</summary>
internal static class UtteranceCutter
{
    private const int BlockSamples = 4096;
    private const int MostAtOnce = 16;

    /// <summary>Cuts.</summary>
    /// <param name="sound">One channel.</param>
    /// <param name="utterances">In the order of their beginnings.</param>
    /// <param name="cancellationToken">Stops cutting.</param>
    /// <returns>Each utterance with its sound as it ends; those that begin behind the sound's end are missing, one that it breaks off is shorter.</returns>
    /// <exception cref="LimitReachedException">More than 16 utterances overlap at one place.</exception>
    public static async IAsyncEnumerable<(AiHubUtterance Utterance, SoundBuffer Sound)> CutAsync(
        SoundStream sound, IReadOnlyList<AiHubUtterance> utterances, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        float[] block = new float[BlockSamples];
        List<Cut> open = [];
        int next = 0;
        while (next < utterances.Count || open.Count > 0)
        {
            long at = sound.Position;
            int read = await sound.ReadAsync(block, cancellationToken).ConfigureAwait(false);
            for (; next < utterances.Count && Sample(utterances[next].Start) < at + read; next++)
            {
                open.Add(open.Count < MostAtOnce ? new Cut(utterances[next], sound.SampleRate) : throw TooMany(utterances[next]));
            }

            foreach (Cut cut in open.ToArray())
            {
                cut.Take(block.AsSpan(0, read), at);
                if (cut.IsFull || read == 0)
                {
                    open.Remove(cut);
                    yield return (cut.Utterance, cut.ToSound());
                }
            }

            if (read == 0)
            {
                yield break;
            }
        }

        long Sample(double seconds) => (long)Math.Round(seconds * sound.SampleRate);
    }

    private static LimitReachedException TooMany(AiHubUtterance utterance) => new(new LocalizedText(
        $"More than {MostAtOnce} utterances overlap at {utterance.Start:F1} s; check the times of the annotation.",
        $"{utterance.Start:F1}초에서 {MostAtOnce}개가 넘는 발화가 겹칩니다. 주석의 시각을 확인하십시오."));

    private sealed class Cut(AiHubUtterance utterance, int rate)
    {
        private readonly long _start = (long)Math.Round(utterance.Start * rate);
        private readonly float[] _samples = new float[Math.Max(1, (long)Math.Round(utterance.End * rate) - (long)Math.Round(utterance.Start * rate))];
        private int _filled;

        public AiHubUtterance Utterance => utterance;

        public bool IsFull => _filled == _samples.Length;

        public void Take(ReadOnlySpan<float> block, long at)
        {
            int skip = (int)Math.Max(0, _start + _filled - at);
            if (skip < block.Length)
            {
                int count = Math.Min(block.Length - skip, _samples.Length - _filled);
                block.Slice(skip, count).CopyTo(_samples.AsSpan(_filled));
                _filled += count;
            }
        }

        public SoundBuffer ToSound()
        {
            SoundBuffer sound = new(rate, 1, _filled);
            _samples.AsSpan(0, _filled).CopyTo(sound.Channel(0));
            return sound;
        }
    }
}
