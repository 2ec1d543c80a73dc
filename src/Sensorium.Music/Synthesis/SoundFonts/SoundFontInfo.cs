namespace Sensorium.Music;

/// <summary>What a SoundFont file says about itself; reading it checks that the file is whole.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The SoundFont's name, may be empty.</param>
/// <param name="Presets">Its instruments by bank, then programme.</param>
public sealed record SoundFontInfo(string Path, string Name, IReadOnlyList<SoundFontPreset> Presets)
{
    /// <summary>Reads the tables of an SF2 or SF3 file; the samples themselves stay on disk.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its name and instruments.</returns>
    /// <exception cref="MissingComponentException">There is no such file, or it cannot be opened.</exception>
    /// <exception cref="MalformedInputException">The file is no SoundFont, or it is broken or cut short.</exception>
    public static SoundFontInfo Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using FileStream stream = File.OpenRead(path);
            return SoundFontReader.Read(path, stream);
        }
        catch (Exception failure) when (failure is IOException and not EndOfStreamException or UnauthorizedAccessException)
        {
            throw SoundFontLocator.Missing(new LocalizedText(
                $"The SoundFont \"{path}\" cannot be opened ({failure.Message}).",
                $"사운드폰트 \"{path}\" 파일을 열 수 없습니다({failure.Message})."));
        }
        catch (EndOfStreamException failure)
        {
            throw Broken(path, "it ends too early", failure, "내용이 중간에 끊겼습니다");
        }
        catch (InvalidDataException failure)
        {
            throw Broken(path, failure.Message, failure);
        }
    }

    /// <summary>Whether the SoundFont has an instrument.</summary>
    /// <param name="bank">MIDI bank, 128 for percussion.</param>
    /// <param name="program">Programme counted from 0.</param>
    /// <returns>Whether it is there.</returns>
    public bool Has(int bank, int program) => Presets.Any(p => p.Bank == bank && p.Program == program);

    internal static MalformedInputException Broken(string path, string why, Exception? inner = null, string? whyInKorean = null) => new(
        new LocalizedText(
            $"\"{path}\" is not a usable SoundFont: {why}. Give an SF2 or SF3 file that is whole, such as FluidR3_GM.sf2.",
            $"\"{path}\" 파일은 쓸 수 있는 사운드폰트가 아닙니다({whyInKorean ?? why}). FluidR3_GM.sf2처럼 온전한 SF2 또는 SF3 파일을 지정하십시오."),
        inner);
}
