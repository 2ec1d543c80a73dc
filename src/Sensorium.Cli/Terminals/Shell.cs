using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>How a command speaks: to a person or a program, in one language, on the right output.</summary>
/// <param name="terminal">The process's surroundings.</param>
/// <param name="settings">How to speak.</param>
internal sealed class Shell(Terminal terminal, GlobalSettings settings)
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The process's surroundings.</summary>
    public Terminal Terminal { get; } = terminal;

    /// <summary>The language of everything meant for a person.</summary>
    public Language Language { get; } = settings.Language;

    /// <summary>Whether standard output carries JSON and nothing else.</summary>
    public bool IsJson { get; } = settings.Json;

    /// <summary>Whether to write one sentence a line, without boxes, charts, colour or animation.</summary>
    public bool IsPlain { get; } = settings.Plain;

    /// <summary>Whether a person wants to read results on standard output.</summary>
    public bool IsTalking { get; } = !settings.Json && !settings.Quiet;

    /// <summary>Whether a moving line on standard error is welcome.</summary>
    public bool IsProgressWelcome { get; } = !settings.Quiet && !settings.Plain && terminal.IsErrorWatched && terminal.Variable("TERM") != "dumb";

    /// <summary>Writes a line to standard output.</summary>
    /// <param name="text">The line.</param>
    public void WriteLine(string text) => Terminal.Output.WriteLine(text);

    /// <summary>Writes a line to standard output in the user's language.</summary>
    /// <param name="text">The line.</param>
    public void WriteLine(LocalizedText text) => Terminal.Output.WriteLine(text.In(Language));

    /// <summary>One JSON object on one line.</summary>
    /// <param name="write">Writes the object.</param>
    /// <returns>The line without its end.</returns>
    public static string JsonLine(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, JsonOptions))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes one JSON object on a line of its own to standard output.</summary>
    /// <param name="write">Writes the object.</param>
    public void WriteJson(Action<Utf8JsonWriter> write) => Terminal.Output.WriteLine(JsonLine(write));

    /// <summary>Says on standard error why the whole run failed, and as JSON too where that was asked for.</summary>
    /// <param name="failure">What failed.</param>
    public void Report(Failure failure)
    {
        Complain(failure);
        if (IsJson)
        {
            WriteJson(writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("error");
                failure.WriteTo(writer, Language);
                writer.WriteEndObject();
            });
        }
    }

    /// <summary>Says on standard error why one input failed.</summary>
    /// <param name="failure">What failed.</param>
    /// <param name="input">The input; null where the whole run failed.</param>
    public void Complain(Failure failure, string? input = null)
    {
        string prefix = input is null ? "sensorium: " : $"sensorium: {input}: ";
        foreach (LocalizedText message in failure.Messages)
        {
            Terminal.Error.WriteLine(prefix + message.In(Language));
        }
    }

    /// <summary>Says on standard error what a person should know of an input that could be used all the same.</summary>
    /// <param name="input">The input.</param>
    /// <param name="warning">What to know.</param>
    public void Warn(string input, LocalizedText warning) => Terminal.Error.WriteLine($"sensorium: {input}: {warning.In(Language)}");

    /// <summary>A console for tables and colour on standard output; it leaves out what the output cannot show.</summary>
    /// <returns>The console.</returns>
    public IAnsiConsole CreateConsole()
    {
        bool ansi = Terminal.IsOutputWatched && Terminal.AllowsColour && !IsPlain;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = ansi ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Terminal.Output),
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = Math.Min(Terminal.Width, 120);
        return console;
    }

    /// <summary>Sends out what is still held back.</summary>
    public void Flush() => Terminal.Output.Flush();
}
