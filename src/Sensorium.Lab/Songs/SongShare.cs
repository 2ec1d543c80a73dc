namespace Sensorium.Lab.Songs;

/// <summary>A share of right answers.</summary>
/// <param name="Value">Over all clips, 0..1; NaN where the method does not answer.</param>
/// <param name="Spread">Standard deviation over the folds; NaN without folds.</param>
public readonly record struct SongShare(double Value, double Spread)
{
    /// <summary>What a method that does not answer has.</summary>
    public static SongShare None { get; } = new(double.NaN, double.NaN);

    internal static SongShare Of(IReadOnlyList<HeardSong> songs, Func<HeardSong, bool> isRight)
    {
        double[] folds = [.. songs.GroupBy(song => song.Fold).Select(fold => Mean(fold, isRight))];
        double mean = folds.Average();
        return new SongShare(Mean(songs, isRight), folds.Length < 2 ? double.NaN : Math.Sqrt(folds.Sum(fold => (fold - mean) * (fold - mean)) / folds.Length));
    }

    private static double Mean(IEnumerable<HeardSong> songs, Func<HeardSong, bool> isRight) => songs.Average(song => isRight(song) ? 1.0 : 0);
}
