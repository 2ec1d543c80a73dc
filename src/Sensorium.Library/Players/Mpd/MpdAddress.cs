using System.Globalization;
using System.Text;

namespace Sensorium.Library;

/// <summary>Where an MPD listens. The password is never printed.</summary>
public sealed record MpdAddress
{
    /// <summary>MPD's usual port.</summary>
    public const int UsualPort = 6600;

    /// <summary>A host name or IP address; where <see cref="IsSocket"/> is set, the path of a Unix socket, or @ and the name of an abstract one.</summary>
    public required string Host { get; init; }

    /// <summary>The TCP port, 1..65535; unused for sockets.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>The password; null for none.</summary>
    public string? Password { get; init; }

    /// <summary>Whether <see cref="Host"/> is a Unix socket.</summary>
    public bool IsSocket => Host.StartsWith('/') || Host.StartsWith('@');

    /// <summary>Reads an address as MPD's own clients do: <c>host</c>, <c>host:port</c>, <c>[::1]:6600</c>, <c>/run/mpd/socket</c>, <c>@name</c>, each with <c>password@</c> before it or not.</summary>
    /// <param name="text">The address.</param>
    /// <returns>It, read.</returns>
    /// <exception cref="MalformedInputException">It is none.</exception>
    public static MpdAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string rest = text.Trim();
        string? password = null;
        int at = rest.IndexOf('@', StringComparison.Ordinal);
        if (at > 0)
        {
            (password, rest) = (rest[..at], rest[(at + 1)..]);
        }

        if (rest.StartsWith('/') || (rest.StartsWith('@') && rest.Length > 1))
        {
            return new MpdAddress { Host = rest, Password = password };
        }

        int colon = rest.LastIndexOf(':');
        bool isBareV6 = rest.Count(c => c == ':') > 1 && !rest.EndsWith(']') && !rest.Contains("]:", StringComparison.Ordinal);
        bool hasPort = colon > 0 && !isBareV6 && !rest.EndsWith(']');
        int port = UsualPort;
        string host = (hasPort ? rest[..colon] : rest).Trim('[', ']');
        bool isPort = !hasPort || (int.TryParse(rest.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and < 65536);
        return isPort && Uri.CheckHostName(host) != UriHostNameType.Unknown
            ? new MpdAddress { Host = host, Port = port, Password = password }
            : throw MpdErrors.BadAddress();
    }

    /// <summary>The address that the user's other clients take: <c>MPD_HOST</c> and <c>MPD_PORT</c>, else a socket in its usual place, else this machine.</summary>
    /// <param name="variable">Looks up an environment variable; null asks the process's own. Default null.</param>
    /// <returns>The address.</returns>
    /// <exception cref="MalformedInputException">What is set is no address.</exception>
    public static MpdAddress FromEnvironment(Func<string, string?>? variable = null)
    {
        variable ??= Environment.GetEnvironmentVariable;
        string port = variable("MPD_PORT") is { Length: > 0 } given ? given : UsualPort.ToString();
        if (variable("MPD_HOST") is { Length: > 0 } host)
        {
            MpdAddress address = Parse(host);
            return address.IsSocket || address.Port != UsualPort ? address : Parse($"localhost:{port}") with { Host = address.Host, Password = address.Password };
        }

        string[] sockets = [Path.Combine(variable("XDG_RUNTIME_DIR") is { Length: > 0 } folder ? folder : "/run/user", "mpd", "socket"), "/run/mpd/socket"];
        return Array.Find(sockets, File.Exists) is { } socket ? new MpdAddress { Host = socket } : Parse($"localhost:{port}");
    }

    /// <summary>The address without its password.</summary>
    /// <returns>For example <c>localhost:6600</c>.</returns>
    public override string ToString() => IsSocket ? Host : $"{Host}:{Port}";

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(ToString());
        return true;
    }
}
