using Sensorium;
using Sensorium.Bench;

// Arguments: --program sensorium-cli.dll --peers SCRIPT --python INTERPRETER --results FILE (without extension) --photo FILE.ppm (instead of the drawn picture)
// --only imaging|hear|feel|audio|text|library|match|compose|memory (instead of all but memory, which takes minutes) --faces FILE.jpg (a sheet of 48 x 48 faces,
// instead of drawn pictures) --vectors BASE.f32,QUERY.f32 (rows of 64 floats, instead of drawn ones)
string? Option(string name) => Array.IndexOf(args, name) is int at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
if (Option("--stream") is string stream)
{
    await MemoryBenchmarks.StreamAsync(stream);
    return;
}

bool Wanted(string name) => Option("--only") is not string only || only == name;

Picture photo = Option("--photo") is string file ? PortablePixmap.Read(file) : PhotoGenerator.Draw(4000, 3000);
string input = Option("--photo") is string given ? Path.GetFileName(given) : "a landscape of 4000 x 3000 pixels that PhotoGenerator draws";
DirectoryInfo folder = Directory.CreateTempSubdirectory("sensorium-bench-");
try
{
    ImagingBenchmarks.WriteInputs(photo, folder.FullName);
    (PeerProcess? peers, string? reason) = Option("--peers") is string script
        ? PeerProcess.Start(Option("--python") ?? "python3", script, folder.FullName)
        : (null, "not asked for (--peers)");
    using PeerProcess? running = peers;
    (PeerProcess? sound, string? noSound) = Wanted("audio") && Option("--peers") is string other
        ? PeerProcess.Start(Option("--python") ?? "python3", Path.Combine(Path.GetDirectoryName(other)!, "sound.py"), folder.FullName)
        : (null, "not asked for");
    using PeerProcess? sounding = sound;
    (PeerProcess? search, string? noSearch) = Wanted("match") && Option("--peers") is string another
        ? PeerProcess.Start(Option("--python") ?? "python3", Path.Combine(Path.GetDirectoryName(another)!, "match.py"), folder.FullName)
        : (null, "not asked for");
    using PeerProcess? searching = search;
    MatchBenchmarks.Given = Option("--vectors")?.Split(',') is [string rows, string queries] ? (rows, queries) : null;
    string versions = (peers?.Versions ?? $"left out: {reason}") + (Wanted("audio") ? "; " + (sound?.Versions ?? $"those of sound left out: {noSound}") : "")
        + (Wanted("match") ? "; " + (search?.Versions ?? $"those of search left out: {noSearch}") : "");

    // Further benchmarks go into this list.
    List<BenchmarkResult> results =
    [
        .. Wanted("imaging") ? ImagingBenchmarks.All(photo, peers).Select(b => b.Run()) : [],
        .. Wanted("hear") ? HearBenchmarks.All(photo, folder.FullName, Option("--program")).Select(b => b.Run()) : [],
        .. Wanted("audio") ? AudioBenchmarks.All(folder.FullName, sound).Select(b => b.Run()) : [],
        .. Wanted("feel") ? FeelBenchmarks.All(photo, folder.FullName, Option("--program"), Option("--faces")).Select(b => b.Run()) : [],
        .. Wanted("match") ? MatchBenchmarks.All(folder.FullName, search).Select(b => b.Run()) : [],
        .. Wanted("library") ? LibraryBenchmarks.All(folder.FullName).Select(b => b.Run()) : [],
        .. Wanted("text") ? TextBenchmarks.All().Select(b => b.Run()) : [],
        .. Wanted("compose") ? ComposeBenchmarks.All(folder.FullName, Option("--program")).Select(b => b.Run()) : [],
        .. Option("--only") == "memory" ? MemoryBenchmarks.All(folder.FullName, Option("--program")).Select(b => b.Run()) : [],
    ];

    string markdown = Report.ToMarkdown(results, versions, input);
    Console.WriteLine(markdown);
    if (Option("--results") is string target)
    {
        File.WriteAllText(target + ".md", markdown);
        File.WriteAllText(target + ".json", Report.ToJson(results, versions, input));
    }
}
finally
{
    folder.Delete(recursive: true);
}
