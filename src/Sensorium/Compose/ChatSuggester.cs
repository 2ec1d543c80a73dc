using System.Globalization;
using System.Text.Json;
using Sensorium.Expression;
using Sensorium.Inference;

namespace Sensorium;

/// <summary>Suggestions by a language model behind a chat endpoint that the user configured; where it does not answer, the rules do.</summary>
/// <param name="endpoint">The endpoint.</param>
public sealed class ChatSuggester(ChatEndpoint endpoint) : IComposeSuggester
{
    private const int Most = 3, LongestReason = 300;

    private static readonly string Task =
        "You choose music for how somebody feels. You get valence and arousal (-1..1), emotions and what was seen or heard. Suggest up to three pieces, the most fitting first. " +
        $"Styles: {string.Join(", ", CompositionStyles.All.Select(style => style.Id))}. Goals: {string.Join(", ", ComposeGoal.Named.Select(goal => goal.Id))}. " +
        "Give one short plain sentence of reason in English and one in Korean. No medical or therapeutic claim.";

    private static readonly string Schema = JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new[] { "suggestions" },
        ["properties"] = new Dictionary<string, object>
        {
            ["suggestions"] = new Dictionary<string, object>
            {
                ["type"] = "array",
                ["items"] = new Dictionary<string, object>
                {
                    ["type"] = "object",
                    ["additionalProperties"] = false,
                    ["required"] = new[] { "style", "goal", "english", "korean" },
                    ["properties"] = new Dictionary<string, object>
                    {
                        ["style"] = new Dictionary<string, object> { ["type"] = "string", ["enum"] = CompositionStyles.All.Select(style => style.Id) },
                        ["goal"] = new Dictionary<string, object> { ["type"] = "string", ["enum"] = ComposeGoal.Named.Select(goal => goal.Id) },
                        ["english"] = new Dictionary<string, object> { ["type"] = "string" },
                        ["korean"] = new Dictionary<string, object> { ["type"] = "string" },
                    },
                },
            },
        },
    });

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ComposeSuggestion>> SuggestAsync(FeelResult felt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(felt);
        Affect affect = felt.Percept.Affect;
        string seen = string.Create(
            CultureInfo.InvariantCulture,
            $"Kind: {felt.Kind}. Valence {affect.Valence.Mean:0.00}, arousal {affect.Arousal.Mean:0.00}, warmth {affect.Warmth ?? 0:0.00}. Foremost: {FeelingNames.Id(felt.Percept.Emotions.Core)}. Seen: {string.Join("; ", felt.Percept.Evidence.Select(evidence => evidence.English))}.");
        try
        {
            return await endpoint.AskAsync(Task, seen, "suggestions", Schema, Read, cancellationToken);
        }
        catch (EndpointFailedException)
        {
            return await new RuleSuggester().SuggestAsync(felt, cancellationToken);
        }
    }

    private static IReadOnlyList<ComposeSuggestion> Read(JsonElement reply)
    {
        List<ComposeSuggestion> suggestions = [];
        foreach (JsonElement item in reply.GetProperty("suggestions").EnumerateArray().Take(Most))
        {
            CompositionStyle style = CompositionStyles.Find(item.GetProperty("style").GetString()!) ?? throw new FormatException("no such style");
            ComposeGoal goal = ComposeGoal.Parse(item.GetProperty("goal").GetString()!) ?? throw new FormatException("no such goal");
            suggestions.Add(new ComposeSuggestion(style, goal, new(Reason(item, "english"), Reason(item, "korean"))));
        }

        return suggestions.Count > 0 ? suggestions : throw new FormatException("no suggestion");
    }

    private static string Reason(JsonElement item, string name)
    {
        string text = item.GetProperty(name).GetString()!.ReplaceLineEndings(" ").Trim();
        return text.Length <= LongestReason ? text : text[..LongestReason];
    }
}
