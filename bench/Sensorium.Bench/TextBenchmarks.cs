using Sensorium.Inference;
using Sensorium.Perception;

namespace Sensorium.Bench;

/// <summary>What it costs to feel texts.</summary>
internal static class TextBenchmarks
{
    private const int Count = 10_000;

    private static readonly string[] Starts = ["I really thought that", "오늘은 정말", "She told me yesterday that", "The report says that", "어제 친구와 함께", "WOW, I can't believe", "솔직히 말하면", "Nobody ever said that"];
    private static readonly string[] Middles = ["the long walk home was", "그 영화는", "this whole situation is", "the new restaurant near the river was", "우리 강아지가", "everything about it was", "회사 일이", "my little brother was"];
    private static readonly string[] Ends = ["not bad at all :)", "너무 힘들었어요 ㅠㅠ", "absolutely wonderful!!!", "완전 최고였어요 ㅋㅋㅋㅋ", "a terrible disappointment.", "그냥 그랬어요.", "scary, and I cried 😭", "quiet and ordinary."];

    /// <summary>The benchmarks.</summary>
    public static IEnumerable<Benchmark> All()
    {
        ModelCatalogue catalogue = new([Path.Combine(AppContext.BaseDirectory, "models")]);
        TextPerceiver model = TextPerceiver.Open(catalogue.FindForTask(TextPerceiver.Task)!);
        string[] sentences = [.. Draw(50)];
        yield return new Benchmark(
            $"{Count} English, Korean and mixed sentences of {sentences.Average(text => text.Length):0} letters, with evidence, one core",
            null,
            "at most 500 ms: 20,000 sentences a second",
            9,
            [Benchmark.Ours("Sensorium text", () => sentences.Sum(text => model.Perceive(text).Affect.Valence.Mean))]);
        string page = string.Join(' ', sentences)[..500_000];
        yield return new Benchmark("a text of half a million letters", null, null, 9, [Benchmark.Ours("Sensorium text, one core", () => model.Perceive(page))]);
    }

    private static IEnumerable<string> Draw(ulong seed)
    {
        Pcg32 random = new(seed);
        for (int i = 0; i < Count; i++)
        {
            yield return $"{Starts[random.Next(Starts.Length)]} {Middles[random.Next(Middles.Length)]} {Ends[random.Next(Ends.Length)]}";
        }
    }
}
