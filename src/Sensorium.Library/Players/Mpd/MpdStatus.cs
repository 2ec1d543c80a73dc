namespace Sensorium.Library;

/// <summary>How MPD stands.</summary>
/// <param name="State">What it does.</param>
/// <param name="QueueLength">Songs in its queue.</param>
/// <param name="Position">Place of the current song in the queue, from 0; null without one.</param>
/// <param name="Elapsed">How much of the current song is over; null without one.</param>
/// <param name="Error">What stopped it last; null for nothing.</param>
public sealed record MpdStatus(MpdState State, int QueueLength, int? Position, TimeSpan? Elapsed, string? Error)
{
    internal static MpdStatus Read(IReadOnlyList<MpdField> fields)
    {
        var values = fields.GroupBy(field => field.Name).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        return new MpdStatus(
            values.GetValueOrDefault("state") switch { "play" => MpdState.Playing, "pause" => MpdState.Paused, _ => MpdState.Stopped },
            MpdSong.Number(values.GetValueOrDefault("playlistlength")) ?? 0,
            MpdSong.Number(values.GetValueOrDefault("song")),
            MpdSong.Seconds(values.GetValueOrDefault("elapsed")),
            values.GetValueOrDefault("error"));
    }
}
