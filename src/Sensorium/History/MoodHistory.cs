using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sensorium.Media;

namespace Sensorium;

/// <summary>
/// A local history of moods under Sensorium's own folder, off until asked for: one line of JSON a percept in <c>history/moods.jsonl</c>, without
/// media, text or file names. It is a record for its owner, not a diagnosis.
/// </summary>
/// <remarks>Several processes may append at once; a line that a crash has torn is passed over when reading.</remarks>
public sealed class MoodHistory
{
    /// <summary>The most entries that are kept; the oldest are not dropped, but appending is refused.</summary>
    public const int MostEntries = 1_000_000;

    private const string Folder = "history";
    private const string FileName = "moods.jsonl";
    private const string SwitchName = "on";
    private const long MostBytes = 256L * MostEntries;

    private readonly SensoriumHome _home;
    private readonly string _switch;

    /// <summary>Finds the history; nothing is made.</summary>
    /// <param name="home">Sensorium's own folder.</param>
    public MoodHistory(SensoriumHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        _home = home;
        Path = System.IO.Path.Combine(home.Path, Folder, FileName);
        _switch = System.IO.Path.Combine(home.Path, Folder, SwitchName);
    }

    /// <summary>The file with the entries; it need not exist.</summary>
    public string Path { get; }

    /// <summary>Whether percepts are noted. Default false.</summary>
    public bool IsOn => File.Exists(_switch);

    /// <summary>Begins to note percepts.</summary>
    /// <exception cref="OutputFailedException">The folder cannot be written.</exception>
    public void TurnOn() => Guard(() =>
    {
        _home.CreateFolder(Folder);
        File.WriteAllBytes(_switch, []);
    });

    /// <summary>Ends to note percepts; what is there stays.</summary>
    /// <exception cref="OutputFailedException">The folder cannot be written.</exception>
    public void TurnOff() => Guard(() => Remove(_switch));

    /// <summary>Notes a percept where the history is on; otherwise does nothing.</summary>
    /// <param name="percept">What was felt.</param>
    /// <param name="clock">Tells when.</param>
    /// <returns>Whether it was noted.</returns>
    /// <exception cref="OutputFailedException">The file cannot be written.</exception>
    /// <exception cref="LimitReachedException">The history is full.</exception>
    public bool Note(Percept percept, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(percept);
        ArgumentNullException.ThrowIfNull(clock);
        if (!IsOn)
        {
            return false;
        }

        byte[] line = Encoding.UTF8.GetBytes(MoodLine.ToJson(MoodEntry.Of(percept, clock.GetLocalNow())) + "\n");
        Guard(() => Append(line));
        return true;
    }

    /// <summary>The entries, oldest first.</summary>
    /// <returns>The entries; lines that cannot be read are passed over.</returns>
    /// <exception cref="MalformedInputException">The file cannot be read.</exception>
    public IReadOnlyList<MoodEntry> Read()
    {
        try
        {
            return !File.Exists(Path) ? [] : [.. Lines().Select(MoodLine.Parse).OfType<MoodEntry>()];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MalformedInputException(
                new LocalizedText($"'{Path}' cannot be read; check its permissions.", $"'{Path}' 파일을 읽을 수 없습니다. 권한을 확인하십시오."), error);
        }
    }

    /// <summary>All entries as CSV with a heading.</summary>
    /// <returns>The text.</returns>
    public string ToCsv() => string.Concat(Read().Select(entry => MoodLine.ToCsv(entry) + "\n").Prepend(MoodLine.CsvHeading + "\n"));

    /// <summary>Writes all entries as a JSON array.</summary>
    /// <param name="json">Receives the array.</param>
    public void WriteJson(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray();
        foreach (MoodEntry entry in Read())
        {
            MoodLine.Write(json, entry);
        }

        json.WriteEndArray();
    }

    /// <summary>Erases every entry; whether the history is on stays as it is.</summary>
    /// <returns>How many entries there were.</returns>
    /// <exception cref="OutputFailedException">The file cannot be removed.</exception>
    public int Erase()
    {
        int count = Read().Count;
        Guard(() => Remove(Path));
        return count;
    }

    private IEnumerable<string> Lines()
    {
        using FileStream file = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using StreamReader reader = new(file);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private void Append(byte[] line)
    {
        _home.CreateFolder(Folder);
        using Turn turn = Turn.Take(Path);
        using FileStream file = new(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        if (file.Length > MostBytes)
        {
            throw new LimitReachedException(new LocalizedText(
                $"The mood history is full ({MostEntries:N0} entries); export it and erase it, or turn it off.",
                $"감정 기록이 가득 찼습니다({MostEntries:N0}건). 내보낸 뒤 지우거나 끄십시오."));
        }

        // A line that a crash has torn ends here, so that only it is lost.
        bool isTorn = file.Length > 0 && LastByte(file) != '\n';
        file.Seek(0, SeekOrigin.End);
        file.Write(isTorn ? [(byte)'\n', .. line] : line);
        file.Flush(flushToDisk: true);
    }

    private static int LastByte(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte();
    }

    private static void Remove(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException(
                new LocalizedText(
                    $"The mood history in '{System.IO.Path.GetDirectoryName(Path)}' cannot be changed; check the folder's permissions and free space.",
                    $"'{System.IO.Path.GetDirectoryName(Path)}' 폴더의 감정 기록을 바꿀 수 없습니다. 폴더의 권한과 남은 공간을 확인하십시오."),
                error);
        }
    }

    /// <summary>One process after the other: a mutex named after the file.</summary>
    private sealed class Turn : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        private readonly Mutex _mutex;

        private Turn(Mutex mutex) => _mutex = mutex;

        public static Turn Take(string path)
        {
            Mutex mutex = new(false, $"sensorium-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..32]}");
            try
            {
                if (!mutex.WaitOne(Patience))
                {
                    mutex.Dispose();
                    throw new IOException("Another process holds the mood history.");
                }
            }
            catch (AbandonedMutexException)
            {
                // Its last owner ended within a line; appending heals that.
            }

            return new Turn(mutex);
        }

        public void Dispose()
        {
            _mutex.ReleaseMutex();
            _mutex.Dispose();
        }
    }
}
