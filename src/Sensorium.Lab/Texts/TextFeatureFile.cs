using Sensorium.Perception;

namespace Sensorium.Lab.Texts;

/// <summary>
/// Writes the features of texts for training, so that training and use share one featuriser. For each text: how many features (32 bits), their
/// hashes (32 bits each), what each is made of (8 bits each); little-endian.
/// </summary>
public static class TextFeatureFile
{
    /// <summary>Writes the features of one text a line.</summary>
    /// <param name="texts">The texts; each is read as one passage, its end cut off where it is too long.</param>
    /// <param name="output">Receives the bytes.</param>
    public static void Write(IEnumerable<string> texts, Stream output)
    {
        ArgumentNullException.ThrowIfNull(texts);
        using BinaryWriter writer = new(output, System.Text.Encoding.UTF8, leaveOpen: true);
        TokenList tokens = new();
        FeatureList features = new();
        foreach (string text in texts)
        {
            string clean = string.IsNullOrWhiteSpace(text) ? "." : TextPassages.Clean(text);
            Tokeniser.Split(clean.AsSpan(0, Math.Min(clean.Length, TextPassages.Longest)), tokens);
            Negation.Mark(tokens);
            TextFeatures.Write(tokens, features);
            writer.Write(features.Count);
            foreach (uint hash in features.Hashes)
            {
                writer.Write(hash);
            }

            writer.Write(features.Kinds);
        }
    }
}
