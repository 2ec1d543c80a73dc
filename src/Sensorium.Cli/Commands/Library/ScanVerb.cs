using System.CommandLine;
using Sensorium.Library;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>A verb that scans the folders and servers of the library: reads how, opens the catalogue and what hears songs.</summary>
internal abstract class ScanVerb : Verb
{
    private readonly Func<Shell, ISongPerceiver> _perceiver;
    private readonly ScanArguments _scan;

    /// <summary>Creates the verb.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="examples">Examples of it.</param>
    /// <param name="language">Language of the help.</param>
    /// <param name="perceiver">Opens what hears songs.</param>
    protected ScanVerb(string name, LocalizedText description, Example[] examples, Language language, Func<Shell, ISongPerceiver> perceiver)
        : base(name, description, examples, language)
    {
        _perceiver = perceiver;
        _scan = new ScanArguments(this, language);
    }

    /// <inheritdoc />
    public sealed override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        List<LocalizedText> all = [.. errors];
        ScanOptions options = _scan.Read(parsed, all);
        InvalidCommandLineException.ThrowIfAny(all);
        var flow = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable), variable: shell.Terminal.Variable);
        using SqliteCatalogue catalogue = flow.Open();
        return await ScanAsync(flow, catalogue, _perceiver(shell), options, shell, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Scans.</summary>
    /// <param name="flow">The library.</param>
    /// <param name="catalogue">Its catalogue.</param>
    /// <param name="perceiver">Hears songs.</param>
    /// <param name="options">How to scan.</param>
    /// <param name="shell">Where to speak.</param>
    /// <param name="cancellationToken">Stops the scan; what is done stays.</param>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> ScanAsync(LibraryFlow flow, SqliteCatalogue catalogue, ISongPerceiver perceiver, ScanOptions options, Shell shell, CancellationToken cancellationToken);
}
