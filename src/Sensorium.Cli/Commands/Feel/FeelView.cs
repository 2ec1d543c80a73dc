using Sensorium.Media;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>Shows what was felt: as JSON, in sentences, on one screen for one input, or one line each for many.</summary>
/// <param name="shell">Where to speak.</param>
/// <param name="names">What the inputs are called; more than one makes a table.</param>
internal sealed class FeelView(Shell shell, IReadOnlyList<string> names)
{
    private readonly IAnsiConsole _console = shell.CreateConsole();
    private readonly MoodHistory _history = new(new SensoriumHome(shell.Terminal.Variable));
    private bool _isHistoryBroken;
    private FeelTable? _table;

    /// <summary>Shows one result.</summary>
    /// <param name="result">What was felt.</param>
    public void Show(FeelResult result)
    {
        if (result.Warning is LocalizedText warning)
        {
            shell.Warn(result.Input, warning);
        }

        if (shell.IsJson)
        {
            shell.WriteJson(writer => PerceptJson.Write(writer, result, shell.Language));
        }
        else if (shell.IsTalking)
        {
            ShowToAPerson(result);
        }

        shell.Flush();
        Note(result);
    }

    // Off unless it was asked for. A history that cannot be written is told once and spoils nothing.
    private void Note(FeelResult result)
    {
        try
        {
            _ = !_isHistoryBroken && _history.Note(result.Percept, TimeProvider.System);
        }
        catch (SensoriumException error)
        {
            _isHistoryBroken = true;
            shell.Warn(result.Input, error.Text);
        }
    }

    private void ShowToAPerson(FeelResult result)
    {
        switch (shell.IsPlain, names.Count)
        {
            case (true, 1):
                FeelSentences.Write(result, shell);
                break;
            case (true, _):
                FeelSentences.WriteShort(result, shell);
                Care(result);
                break;
            case (false, 1):
                FeelSummary.Write(result, _console, shell.Language);
                break;
            default:
                if (_table is null)
                {
                    _table = new FeelTable(names, _console.Profile.Width, shell.Language);
                    _table.Head().Write(_console);
                }

                _table.Row(result).Write(_console);
                Care(result);
                break;
        }
    }

    // A table has no room for it, and it must not be missed.
    private void Care(FeelResult result)
    {
        if (result.Care is LocalizedText care)
        {
            shell.Warn(result.Input, care);
        }
    }
}
