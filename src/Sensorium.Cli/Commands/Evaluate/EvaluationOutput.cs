using System.Text;
using Sensorium.Lab.Evaluation;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary>Puts what was measured where it was asked for: into files, and to standard output as JSON, tables or sentences.</summary>
internal static class EvaluationOutput
{
    /// <summary>Writes all of it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="json">The same for programs.</param>
    /// <param name="files">Files whose endings say what they are; they appear together or not at all.</param>
    /// <param name="shell">Where to speak.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task WriteAsync(Report report, string json, IReadOnlyList<string> files, Shell shell, CancellationToken cancellationToken)
    {
        using OutputBatch batch = new();
        foreach (string file in files.Distinct())
        {
            string text = Path.GetExtension(file).ToLowerInvariant() switch
            {
                ".html" => report.ToHtml(shell.Language),
                ".md" => report.ToMarkdown(shell.Language),
                _ => json + "\n",
            };
            await batch.Create(file).WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        }

        batch.Commit();
        if (shell.IsJson)
        {
            shell.WriteLine(json);
        }
        else if (shell.IsTalking)
        {
            ReportView.Write(report, shell);
        }
    }
}
