using System.Collections.Concurrent;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// The feeling of English and Korean texts from their words, letters and signs: <c>text@1</c>. A table over hashed features and a small network
/// over the order of English words, whose parts by word can be told exactly; docs/models/text.md says on what they were trained, how well they do,
/// and where they fail.
/// </summary>
/// <remarks>A long text is read in passages, each counting by its length. Thread-safe.</remarks>
public sealed class TextPerceiver : ITextPerceiver
{
    /// <summary>The task of such models in <see cref="ModelManifest.Task"/>.</summary>
    public const string Task = "text-affect";

    /// <summary>The <see cref="Percept.Source"/> of what texts say.</summary>
    public const string Source = "text";

    /// <summary>The most letters (UTF-16 units) of a text: a million.</summary>
    public const int LongestText = TextPassages.LongestText;

    private readonly TextWeights _weights;
    private readonly ConcurrentBag<PassageReader> _readers = [];

    private TextPerceiver(string model, TextWeights weights)
    {
        Model = model;
        _weights = weights;
    }

    /// <inheritdoc/>
    public string Model { get; }

    /// <summary>Opens a model folder.</summary>
    /// <param name="folder">A model of task <c>text-affect</c>; its first file holds the numbers.</param>
    /// <returns>The model.</returns>
    /// <exception cref="MalformedInputException">The file is damaged or of another version.</exception>
    public static TextPerceiver Open(ModelFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new TextPerceiver(folder.Manifest.Name, TextWeights.Read(folder.FilePath(folder.Manifest.Files[0].Path)));
    }

    /// <summary>Opens a file with numbers, as training writes it.</summary>
    /// <param name="name">What to call the model.</param>
    /// <param name="path">The file.</param>
    /// <returns>The model.</returns>
    /// <exception cref="MalformedInputException">The file is damaged or of another version.</exception>
    internal static TextPerceiver OpenFile(string name, string path) => new(name, TextWeights.Read(path));

    /// <inheritdoc/>
    /// <exception cref="LimitReachedException">The text is longer than <see cref="LongestText"/>.</exception>
    /// <exception cref="MalformedInputException">The text is blank.</exception>
    public ValueTask<Percept> PerceiveAsync(string text, CancellationToken cancellationToken = default) => new(Perceive(text, cancellationToken));

    /// <summary>Measures the feeling of a text.</summary>
    /// <param name="text">The text, not blank.</param>
    /// <param name="cancellationToken">Stops between passages.</param>
    /// <returns>As <see cref="PerceiveAsync"/>.</returns>
    /// <exception cref="LimitReachedException">The text is longer than <see cref="LongestText"/>.</exception>
    /// <exception cref="MalformedInputException">The text is blank.</exception>
    public Percept Perceive(string text, CancellationToken cancellationToken = default)
    {
        TextEvidence evidence = new();
        WarmthTally warmth = new();
        TextReading reading = Read(text, evidence, warmth, cancellationToken);
        return new Percept
        {
            Affect = new Affect
            {
                Valence = reading.Valence,
                Arousal = reading.Arousal,
                Dominance = reading.Dominance.Mean,
                Warmth = warmth.Value(reading.Emotions),
            },
            Emotions = reading.Emotions,
            Evidence = evidence.ToTexts(reading),
            Source = Source,
            Model = Model,
        };
    }

    /// <summary>Measures the feeling of a text, without a word on why.</summary>
    /// <param name="text">The text, not blank.</param>
    /// <param name="cancellationToken">Stops between passages.</param>
    /// <returns>What it says.</returns>
    internal TextReading Read(string text, CancellationToken cancellationToken = default) => Read(text, null, null, cancellationToken);

    private TextReading Read(string text, TextEvidence? evidence, WarmthTally? warmth, CancellationToken cancellationToken)
    {
        ReadOnlySpan<char> rest = TextPassages.Clean(text);
        bool isWhole = true;
        PassagePool pool = new();
        PassageReader reader = _readers.TryTake(out PassageReader? free) ? free : new PassageReader(_weights);
        while (rest.Length > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int length = TextPassages.Next(rest, isWhole);
            TextReading reading = reader.Read(rest[..length]);
            pool.Add(reading, reader.Tokens.Count);
            evidence?.Add(reader, reading);
            warmth?.Add(reader.Tokens);
            rest = rest[length..];
            isWhole = false;
        }

        _readers.Add(reader);
        return pool.ToReading();
    }
}
