using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Composing;

/// <summary>Writes the figures of composing as JSON.</summary>
public static class ComposeJson
{
    /// <summary>Writes the figures.</summary>
    /// <param name="result">The figures.</param>
    /// <returns>One object on one line.</returns>
    public static string ToJson(this ComposeEvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return ReportJson.Line("sensorium-evaluate-compose-1", json =>
        {
            json.WriteString("judge", result.Models.Judge);
            json.WriteString("ranker", result.Models.Ranker);
            json.WriteNumber("seed", result.Options.Seed);
            json.WriteNumber("pieces", result.Pieces.Count);
            json.WriteNumber("candidates", result.Options.Candidates);
            foreach (bool first in (bool[])[false, true])
            {
                json.WriteStartObject(first ? "first" : "chosen");
                ReportJson.Number(json, "quadrant", result.Accuracy(first));
                ReportJson.Number(json, "arousalR2", result.ArousalFit(first));
                ReportJson.Number(json, "valenceR2", result.ValenceFit(first));
                json.WriteEndObject();
            }

            json.WriteStartObject("arcs");
            json.WriteNumber("pieces", result.Arcs.Count);
            json.WriteNumber("windows", result.Arcs.Sum(arc => arc.Windows.Count));
            ReportJson.Number(json, "arousalR", result.ArcArousal);
            ReportJson.Number(json, "valenceR", result.ArcValence);
            json.WriteEndObject();
            ReportJson.Number(json, "mostSharedBars", result.MostShared);
            if (result.Human.Count > 0)
            {
                json.WriteStartObject("soloPianoInsideHumanRange");
                foreach ((LocalizedText name, Func<ScoreMetrics, double> value) in ScoreMetrics.All)
                {
                    ReportJson.Number(json, name.English, ComposeReport.Inside(result, result.Pieces.Where(piece => piece.Style.Id == "piano").Select(piece => piece.Metrics), value));
                }

                json.WriteEndObject();
            }
        });
    }
}
