using System.Security.Cryptography;
using System.Text;

namespace Sensorium.Library;

/// <summary>
/// Says who asks: a key, a token (MD5 of password and salt, a new salt each time, API 1.13.0), or, for servers that know neither, the
/// password in hexadecimal digits.
/// </summary>
/// <param name="settings">Who asks.</param>
internal sealed class SubsonicSignature(SubsonicSettings settings)
{
    /// <summary>The first version of the API that knows tokens.</summary>
    public static readonly Version FirstWithTokens = new(1, 13, 0);

    private bool _isOpen;

    /// <summary>The parameters that say who asks.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters()
    {
        if (settings.Key is { } key)
        {
            return [("apiKey", key)];
        }

        if (_isOpen)
        {
            return [("u", settings.User), ("p", "enc:" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(settings.Password)))];
        }

        string salt = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return [("u", settings.User), ("t", Token(settings.Password, salt)), ("s", salt)];
    }

    /// <summary>Whether an error means that the server knows no tokens, and another try with the password may help.</summary>
    /// <param name="code">The protocol's error code.</param>
    /// <param name="version">The server's version of the API.</param>
    /// <exception cref="PlayerFailedException">It may help, but others could read the password on its way.</exception>
    public bool Opens(int code, Version version)
    {
        bool knowsNoTokens = code == 41 || (code is 10 or 40 && version < FirstWithTokens);
        if (_isOpen || settings.Key is not null || !knowsNoTokens)
        {
            return false;
        }

        _isOpen = settings.AllowsOpenPassword || settings.Url.Scheme == Uri.UriSchemeHttps || settings.Url.IsLoopback
            ? true
            : throw SubsonicErrors.OpenPassword(settings.Url);
        return true;
    }

    /// <summary>The token for a password and a salt.</summary>
    public static string Token(string password, string salt)
    {
        // The protocol asks for MD5.
#pragma warning disable CA5351
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(password + salt)));
#pragma warning restore CA5351
    }
}
