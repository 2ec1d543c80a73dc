namespace Sensorium.Media;

/// <summary>What to say when a program or library is missing: one line for each package manager.</summary>
internal static class ComponentErrors
{
    /// <summary>ffmpeg and ffprobe are not there.</summary>
    /// <returns>The error to throw.</returns>
    public static MissingComponentException FFmpegMissing() => new("ffmpeg", new LocalizedText(
        "This needs ffmpeg, which was not found. Install it with `sudo apt install ffmpeg`, `sudo dnf install ffmpeg-free`, `sudo pacman -S ffmpeg`, "
        + "`brew install ffmpeg` or `winget install Gyan.FFmpeg`, or set SENSORIUM_FFMPEG to its path.",
        "이 작업에는 ffmpeg가 필요하지만 찾지 못했습니다. `sudo apt install ffmpeg`, `sudo dnf install ffmpeg-free`, `sudo pacman -S ffmpeg`, "
        + "`brew install ffmpeg`, `winget install Gyan.FFmpeg` 중 하나로 설치하거나 SENSORIUM_FFMPEG에 경로를 지정하십시오."));

    /// <summary>libjpeg-turbo is not there.</summary>
    /// <returns>The error to throw.</returns>
    public static MissingComponentException TurboJpegMissing() => new("libjpeg-turbo", new LocalizedText(
        "Writing JPEG needs libjpeg-turbo, which was not found. Install it with `sudo apt install libturbojpeg0` (`libturbojpeg` on Ubuntu), `sudo dnf install turbojpeg`, "
        + "`sudo pacman -S libjpeg-turbo`, `brew install jpeg-turbo` or `winget install libjpeg-turbo.libjpeg-turbo.VC`, or set SENSORIUM_TURBOJPEG to its path.",
        "JPEG를 쓰려면 libjpeg-turbo가 필요하지만 찾지 못했습니다. `sudo apt install libturbojpeg0` (우분투는 `libturbojpeg`), `sudo dnf install turbojpeg`, "
        + "`sudo pacman -S libjpeg-turbo`, `brew install jpeg-turbo`, `winget install libjpeg-turbo.libjpeg-turbo.VC` 중 하나로 설치하거나 SENSORIUM_TURBOJPEG에 경로를 지정하십시오."));
}
