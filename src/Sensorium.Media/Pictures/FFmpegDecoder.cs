namespace Sensorium.Media;

/// <summary>
/// Decodes a picture with ffmpeg in a child process. The demuxer is forced to that of the format found, so that no playlist, script or
/// reference is ever followed, and only files and pipes may be opened.
/// </summary>
/// <param name="locator">Finds ffmpeg.</param>
/// <param name="processes">Runs it.</param>
internal sealed class FFmpegDecoder(FFmpegLocator locator, ChildProcess processes)
{
    /// <summary>Decodes a picture.</summary>
    /// <param name="data">The whole file.</param>
    /// <param name="input">What is read and how.</param>
    /// <param name="orientation">Orientation, where the format's header does not tell: that of a JPEG.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    /// <returns>The picture.</returns>
    public async Task<DecodedPicture> DecodeAsync(byte[] data, PictureInput input, int orientation, CancellationToken cancellationToken)
    {
        ContainerHeader header = ContainerHeader.Read(input.Format, data);
        input.CheckSize(header.Width, header.Height);
        byte[] bytes = input.Format == "webp" ? WebPChunk.FirstFrame(data) : data;
        bool seeks = input.Format is "heic" or "avif";
        if (seeks && input.Path is null)
        {
            throw PictureErrors.NeedsFile(input.Name, input.Format);
        }

        Picture? picture = null;
        PamReader? reader = null;
        var request = new ProcessRequest
        {
            Program = "ffmpeg",
            Path = locator.RequireFFmpeg(),
            Arguments = Arguments(input, bytes, seeks),
            MostTime = input.Options.Limits.MostTime,
            MostOutputBytes = (input.Options.Limits.MostPixels * 8) + 4096,
            Input = seeks ? null : async (pipe, token) => await pipe.WriteAsync(bytes, token),
            Output = async (pipe, token) =>
            {
                await using var buffered = new BufferedStream(pipe, 1 << 16);
                reader = new PamReader(buffered, input);
                picture = await reader.ReadAsync(token);
            },
        };
        ProcessResult result = await processes.RunAsync(request, cancellationToken);
        if (picture is null || reader is null)
        {
            throw Failure(input, result);
        }

        int turn = header.Orientation != 1 ? header.Orientation : orientation;
        LocalizedText? warning = result.ExitCode != 0 || result.ErrorTail.Length > 0 ? PictureErrors.CutOff(input.Name) : null;
        return input.Finish(picture, reader.Width, reader.Height, turn, warning);
    }

    private static List<string> Arguments(PictureInput input, byte[] data, bool seeks)
    {
        string demuxer = input.Format switch { "heic" or "avif" => "mov", _ => input.Format + "_pipe" };

        // ffmpeg drops the lower byte of deep samples, and does not widen shallow ones exactly.
        const ushort BitsPerSample = 258;
        bool deep = input.Format == "tiff" && ExifOrientation.ReadTag(data, BitsPerSample) > 8;

        // Versions differ in which orientation they apply by themselves, so that it is left to us where we can read it.
        List<string> arguments =
        [
            "-nostdin", "-hide_banner", "-loglevel", "error",
            "-protocol_whitelist", "file,pipe",
            "-max_pixels", Math.Min(input.Options.Limits.MostPixels, int.MaxValue).ToString(),
            "-f", demuxer,
            .. seeks ? (ReadOnlySpan<string>)[] : ["-noautorotate", "-threads", "1"],

            // TIFF has no parser that would find the end of the picture in a pipe.
            .. input.Format == "tiff" ? (ReadOnlySpan<string>)["-frame_size", data.Length.ToString()] : [],
            "-i", seeks ? "file:" + input.Path : "pipe:0",
            "-map", "0:v:0", "-frames:v", "1",
            "-sws_flags", "bitexact+accurate_rnd+full_chroma_int",
            "-pix_fmt", deep ? "rgba64be" : "rgba",
            "-c:v", "pam", "-f", "image2pipe", "pipe:1",
        ];
        return arguments;
    }

    private static SensoriumException Failure(PictureInput input, ProcessResult result)
    {
        string said = result.ErrorTail;
        bool unknown = said.Contains("Unknown input format", StringComparison.OrdinalIgnoreCase)
            || said.Contains("no decoder", StringComparison.OrdinalIgnoreCase)
            || said.Contains("Decoder not found", StringComparison.OrdinalIgnoreCase)
            || (said.Contains("Decoder (codec", StringComparison.OrdinalIgnoreCase) && said.Contains("not found", StringComparison.OrdinalIgnoreCase))
            || said.Contains("patch welcome", StringComparison.OrdinalIgnoreCase)
            || said.Contains("not implemented", StringComparison.OrdinalIgnoreCase)

            // What an ffmpeg says to HEIC that knows films only.
            || (input.Format is "heic" or "avif" && said.Contains("moov atom not found", StringComparison.OrdinalIgnoreCase));
        if (unknown)
        {
            return PictureErrors.NoDecoder(input.Name, input.Format);
        }

        string detail = result.LastErrorLine;
        return PictureErrors.Damaged(input.Name, input.Format, detail.Length == 0 ? "no picture in it" : detail.Length > 160 ? detail[..160] : detail);
    }
}
