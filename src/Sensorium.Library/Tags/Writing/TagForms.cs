namespace Sensorium.Library;

/// <summary>Tells by its content what form of tags can be written into a file.</summary>
internal static class TagForms
{
    /// <summary>The form of a file.</summary>
    /// <exception cref="UnsupportedInputException">There is none; the sentence names the container.</exception>
    /// <exception cref="MalformedInputException">The file is damaged where tags stand.</exception>
    public static ITagForm Of(TagBytes file)
    {
        byte[] start = file.Take(0, 12).ToArray();
        switch (start)
        {
            case [(byte)'I', (byte)'D', (byte)'3', ..]:
                long end = Id3TagEditor.LengthAt(file, 0);
                return file.Take(end, 4).SequenceEqual("fLaC"u8) ? new FlacTagForm(file, end) : new Mp3TagForm(file);

            // Layer 0 is AAC's.
            case [0xFF, >= 0xE0 and var second, ..] when (second & 0x06) != 0:
                return new Mp3TagForm(file);
            case [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..]:
                return new FlacTagForm(file, 0);
            case [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..]:
                return new OggTagForm(file);
            case [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..]:
                return new Mp4TagForm(file);
            case [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E']:
                return new RiffTagForm(file, isAiff: false);
            case [(byte)'F', (byte)'O', (byte)'R', (byte)'M', _, _, _, _, (byte)'A', (byte)'I', (byte)'F', _]:
                return new RiffTagForm(file, isAiff: true);
            default:
                throw TagWriteErrors.Container(NameOf(start));
        }
    }

    private static string NameOf(byte[] start) => start switch
    {
        [0xFF, >= 0xE0, ..] => "AAC without a container",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "Matroska and WebM",
        [0x30, 0x26, 0xB2, 0x75, ..] => "ASF (WMA)",
        [(byte)'R', (byte)'F', (byte)'6', (byte)'4', ..] => "RF64",
        [(byte)'M', (byte)'A', (byte)'C', (byte)' ', ..] => "Monkey's Audio (APE)",
        [(byte)'w', (byte)'v', (byte)'p', (byte)'k', ..] => "WavPack",
        [(byte)'M', (byte)'P', (byte)'C', (byte)'K', ..] or [(byte)'M', (byte)'P', (byte)'+', ..] => "Musepack",
        [(byte)'T', (byte)'T', (byte)'A', ..] => "True Audio (TTA)",
        [(byte)'c', (byte)'a', (byte)'f', (byte)'f', ..] => "Core Audio (CAF)",
        [(byte)'D', (byte)'S', (byte)'D', (byte)' ', ..] => "DSF",
        _ => "this kind of file",
    };
}
