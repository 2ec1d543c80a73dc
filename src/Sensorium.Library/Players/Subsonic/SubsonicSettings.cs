using System.Text;

namespace Sensorium.Library;

/// <summary>Where a server with the Subsonic API is, and who asks. Password and key are never printed.</summary>
public sealed record SubsonicSettings
{
    /// <summary>The environment variable with the server's address.</summary>
    public const string UrlVariable = "SENSORIUM_SUBSONIC_URL";

    /// <summary>The environment variable with the user's name.</summary>
    public const string UserVariable = "SENSORIUM_SUBSONIC_USER";

    /// <summary>The environment variable with the password; with <c>_FILE</c> behind it, the file that holds it in its first line.</summary>
    public const string PasswordVariable = "SENSORIUM_SUBSONIC_PASSWORD";

    /// <summary>The environment variable with an API key, which takes the place of name and password; with <c>_FILE</c> behind it, a file.</summary>
    public const string KeyVariable = "SENSORIUM_SUBSONIC_KEY";

    /// <summary>The server's address, http or https, without <c>/rest</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The user's name; unused with a key.</summary>
    public string User { get; init; } = string.Empty;

    /// <summary>The password; unused with a key.</summary>
    public string Password { get; init; } = string.Empty;

    /// <summary>An API key (OpenSubsonic's extension apiKeyAuthentication); null for name and password. Default null.</summary>
    public string? Key { get; init; }

    /// <summary>
    /// Whether a server that knows no tokens may be sent the password itself over http to another machine. Over https, and on this machine,
    /// it is sent in any case. Default false.
    /// </summary>
    public bool AllowsOpenPassword { get; init; }

    /// <summary>Longest time for one answer. Default 30 s.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads the settings from the environment.</summary>
    /// <param name="variable">Looks up an environment variable; null asks the process's own. Default null.</param>
    /// <param name="url">An address that takes the place of the variable's; null for none. Default null.</param>
    /// <returns>The settings; null where no address is given.</returns>
    /// <exception cref="MalformedInputException">The address is none, or name and password are missing.</exception>
    public static SubsonicSettings? FromEnvironment(Func<string, string?>? variable = null, string? url = null)
    {
        variable ??= Environment.GetEnvironmentVariable;
        string? address = url ?? variable(UrlVariable);
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? parsed) || (parsed.Scheme != Uri.UriSchemeHttp && parsed.Scheme != Uri.UriSchemeHttps))
        {
            throw SubsonicErrors.BadAddress();
        }

        string? key = Secret.Read(variable, KeyVariable);
        string? user = variable(UserVariable);
        string? password = Secret.Read(variable, PasswordVariable);
        return key is null && (string.IsNullOrEmpty(user) || password is null)
            ? throw SubsonicErrors.NobodyNamed()
            : new SubsonicSettings { Url = parsed, User = user ?? string.Empty, Password = password ?? string.Empty, Key = key };
    }

    /// <summary>Reads the settings for a server of the library. Where the environment names another server, its name and password are not sent to this one.</summary>
    /// <param name="variable">Looks up an environment variable; null asks the process's own. Default null.</param>
    /// <param name="address">The server's address; null takes the environment's. Default null.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="MalformedInputException">The address is none, or name and password are missing.</exception>
    /// <exception cref="UnsupportedInputException">No address is given, or the environment names another server.</exception>
    public static SubsonicSettings ForLibrary(Func<string, string?>? variable = null, string? address = null)
    {
        variable ??= Environment.GetEnvironmentVariable;
        SubsonicSettings settings = FromEnvironment(variable, address) ?? throw SubsonicErrors.NoServer();
        Uri url = settings.Url;
        if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            throw SubsonicErrors.BadLibraryAddress();
        }

        string asked = ServerPlace.AddressOf(url);
        return address is not null && FromEnvironment(variable) is { } configured && ServerPlace.AddressOf(configured.Url) is var other && other != asked
            ? throw SubsonicErrors.OtherServer(asked, other)
            : settings;
    }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Url = ").Append(Url.GetLeftPart(UriPartial.Path)).Append(", User = ").Append(User);
        return true;
    }
}
