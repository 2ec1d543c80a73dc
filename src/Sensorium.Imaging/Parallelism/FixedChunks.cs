namespace Sensorium.Imaging;

/// <summary>
/// Runs work over chunks whose borders depend on the amount of work alone, never on the number of threads,
/// so that sums added up chunk by chunk are the same bytes however the threads were timed.
/// </summary>
internal static class FixedChunks
{
    /// <summary>How many chunks <see cref="Run"/> makes.</summary>
    public static int Count(int items, int chunkSize) => (items + chunkSize - 1) / chunkSize;

    /// <summary>Calls <paramref name="body"/> once for each chunk with its index, first item and the item after its last.</summary>
    /// <param name="items">Number of items, 0 or more.</param>
    /// <param name="chunkSize">Items in a chunk, at least 1.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="body">The work; chunks must write to places of their own.</param>
    /// <param name="cancellationToken">Stops between chunks.</param>
    public static void Run(int items, int chunkSize, int threads, Action<int, int, int> body, CancellationToken cancellationToken)
    {
        int chunks = Count(items, chunkSize);
        int degree = Math.Min(threads > 0 ? threads : Environment.ProcessorCount, chunks);
        if (degree <= 1)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                body(chunk, chunk * chunkSize, Math.Min(items, (chunk + 1) * chunkSize));
            }

            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellationToken };
        Parallel.For(0, chunks, options, chunk => body(chunk, chunk * chunkSize, Math.Min(items, (chunk + 1) * chunkSize)));
    }
}
