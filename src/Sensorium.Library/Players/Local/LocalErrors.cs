namespace Sensorium.Library;

/// <summary>Sentences for what can go wrong with players of this machine.</summary>
internal static class LocalErrors
{
    public static LocalizedText NoFile() => new("the file is not there any more", "파일이 더 이상 없습니다");

    public static LocalizedText NotPlayed(string player, string said)
    {
        string detail = PlaylistText.Clean(said) is { } clean ? $" ({clean[..Math.Min(clean.Length, 200)]})" : string.Empty;
        return new($"{player} could not play it{detail}", $"{player} 프로그램이 재생하지 못했습니다{detail}");
    }

    public static MissingComponentException NoPlayer() => new("player", new LocalizedText(
        "Playing needs a player, and none of mpv, vlc, ffplay and MPD was found. Install one with `sudo apt install mpv`, `sudo dnf install mpv`, "
        + "`sudo pacman -S mpv`, `brew install mpv` or `winget install mpv`, or write a playlist with --out instead.",
        "재생하려면 플레이어가 필요하지만 mpv, vlc, ffplay, MPD를 모두 찾지 못했습니다. `sudo apt install mpv`, `sudo dnf install mpv`, "
        + "`sudo pacman -S mpv`, `brew install mpv`, `winget install mpv` 중 하나로 설치하거나 --out으로 재생 목록을 쓰십시오."));

    public static MissingComponentException NotThere(string name, bool isForRoot) => new("player", isForRoot
        ? new LocalizedText(
            $"{name} does not run for the superuser; run this as another user, or choose mpv, ffplay or mpd.",
            $"{name} 프로그램은 관리자(root)로 실행되지 않습니다. 다른 사용자로 실행하거나 mpv, ffplay, mpd 중에서 고르십시오.")
        : new LocalizedText(
            $"The player {name} was not found; install it, or choose another of mpv, vlc, ffplay and mpd.",
            $"{name} 플레이어를 찾지 못했습니다. 설치하거나 mpv, vlc, ffplay, mpd 중 다른 것을 고르십시오."));
}
