using System.Text.Json;

namespace Sensorium.Cli;

/// <summary>A failure as the command line tells it: a kind, sentences, an exit code.</summary>
internal sealed record Failure
{
    /// <summary>Where faults of the program can be told.</summary>
    public const string ReportAddress = "CONTRIBUTING.md";

    /// <summary>Why it failed.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>What came, what is allowed, what to do next; one sentence or more.</summary>
    public required IReadOnlyList<LocalizedText> Messages { get; init; }

    /// <summary>The component that is missing, as <c>doctor</c> lists it; null for every other kind.</summary>
    public string? Component { get; init; }

    /// <summary>The exit code of a run that fails for this reason alone.</summary>
    public int ExitCode => Kind switch
    {
        FailureKind.Cancelled => Cli.ExitCode.Cancelled,
        FailureKind.Output or FailureKind.Internal => Cli.ExitCode.Failed,
        _ => Cli.ExitCode.BadInput,
    };

    /// <summary>The kind as docs/schemas/error.schema.json spells it.</summary>
    public string Code => Kind switch
    {
        FailureKind.CommandLine => "command-line",
        FailureKind.Malformed => "malformed",
        FailureKind.Unsupported => "unsupported",
        FailureKind.Limit => "limit",
        FailureKind.MissingComponent => "missing-component",
        FailureKind.Output => "output",
        FailureKind.Cancelled => "cancelled",
        _ => "internal",
    };

    /// <summary>The failure that an exception stands for.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="cancellationToken">Tells a cancellation by the user from one inside.</param>
    /// <returns>The failure.</returns>
    public static Failure Of(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        InvalidCommandLineException invalid => new() { Kind = FailureKind.CommandLine, Messages = invalid.Errors },
        MissingComponentException missing => new() { Kind = FailureKind.MissingComponent, Messages = [missing.Text], Component = missing.Component },
        LimitReachedException limit => new() { Kind = FailureKind.Limit, Messages = [limit.Text] },
        UnsupportedInputException unsupported => new() { Kind = FailureKind.Unsupported, Messages = [unsupported.Text] },
        OutputFailedException output => new() { Kind = FailureKind.Output, Messages = [output.Text] },
        SensoriumException malformed => new() { Kind = FailureKind.Malformed, Messages = [malformed.Text] },
        _ when cancellationToken.IsCancellationRequested => new() { Kind = FailureKind.Cancelled, Messages = [new("Cancelled; no half-written file was left behind.", "취소했습니다. 쓰다 만 파일은 남지 않았습니다.")] },
        _ => new() { Kind = FailureKind.Internal, Messages = [Unexpected(exception)] },
    };

    /// <summary>Writes the failure as the value of a JSON property.</summary>
    /// <param name="writer">The JSON so far.</param>
    /// <param name="language">Language of the message.</param>
    public void WriteTo(Utf8JsonWriter writer, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Code);
        writer.WriteString("message", string.Join(' ', Messages.Select(message => message.In(language))));
        if (Messages.Count > 1)
        {
            writer.WriteStartArray("messages");
            foreach (LocalizedText message in Messages)
            {
                writer.WriteStringValue(message.In(language));
            }

            writer.WriteEndArray();
        }

        if (Component is not null)
        {
            writer.WriteString("component", Component);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the failure of one input as an object of its own.</summary>
    /// <param name="writer">Receives the object.</param>
    /// <param name="input">The input as it was given.</param>
    /// <param name="language">Language of the message.</param>
    public void WriteTo(Utf8JsonWriter writer, string input, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("input", input);
        writer.WritePropertyName("error");
        WriteTo(writer, language);
        writer.WriteEndObject();
    }

    private static LocalizedText Unexpected(Exception exception)
    {
        string what = $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
        return new(
            $"This is a fault of Sensorium, not of your input ({what}). Please report it as {ReportAddress} describes; SENSORIUM_DEBUG=1 shows the trace to send along.",
            $"입력이 아니라 Sensorium의 오류입니다({what}). {ReportAddress}에 적힌 대로 알려 주시기 바랍니다. SENSORIUM_DEBUG=1을 주면 함께 보낼 추적 기록이 나옵니다.");
    }
}
