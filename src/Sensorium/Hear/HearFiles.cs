using System.Text;
using Sensorium.Expression;
using Sensorium.Media;
using Sensorium.Music;

namespace Sensorium;

/// <summary>Writes the files of one picture into a batch.</summary>
/// <param name="batch">Makes them appear together.</param>
/// <param name="sounds">Encodes sound.</param>
/// <param name="stem">Full path of the files without extension.</param>
internal sealed class HearFiles(OutputBatch batch, SoundEncoder sounds, string stem)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files.</summary>
    /// <param name="formats">Which.</param>
    /// <param name="content">What they are made of.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>Their full paths, in the order of <paramref name="formats"/>.</returns>
    public async Task<List<string>> WriteAsync(IReadOnlyList<string> formats, HearContent content, CancellationToken cancellationToken)
    {
        // Encoders run beside each other as processes; the batch itself is used by this thread alone.
        List<string> files = [];
        List<Task> encoding = [];
        Task<PageSprite[]>? sprites = formats.Contains("html")
            ? Task.WhenAll(content.Loops.Select(loops => SpriteAsync(loops, cancellationToken)))
            : null;
        SoundTags tags = new() { Title = content.Map.Name, Comment = HearFlow.Generator };
        foreach (string format in formats)
        {
            string path = $"{stem}.{format}";
            files.Add(path);
            switch (format)
            {
                case "mp3":
                    encoding.Add(sounds.EncodeAsync(content.Sound!.Sound, SoundFormat.Mp3, batch.Reserve(path), tags, cancellationToken));
                    break;
                case "ogg":
                    encoding.Add(sounds.EncodeAsync(content.Sound!.Sound, SoundFormat.Ogg, batch.Reserve(path), tags, cancellationToken));
                    break;
                case "wav":
                    WavFile.Write(batch.Create(path), content.Sound!.Sound);
                    break;
                case "mid":
                    StandardMidiFile.Write(content.Piece!.Score, batch.Create(path));
                    break;
                case "json":
                    batch.Create(path).Write(Utf8.GetBytes(content.Json + "\n"));
                    break;
                default:
                    string page = Page(content, await sprites!);
                    batch.Create(path).Write(Utf8.GetBytes(page));
                    break;
            }
        }

        await Task.WhenAll(encoding);
        return files;
    }

    private async Task<PageSprite> SpriteAsync(LoopSet set, CancellationToken cancellationToken)
    {
        (SoundBuffer sound, IReadOnlyList<int> starts) = Sprite.Assemble(set.Loops);
        using MemoryStream data = new();
        await sounds.EncodeAsync(sound, SoundFormat.Flac, data, new SoundTags(), cancellationToken);
        return new PageSprite
        {
            Set = set.Set.Id,
            Name = set.Set.Name,
            Instruments = set.Set.Roles.ToDictionary(role => role.Key, role => role.Value.Name),
            Mime = "audio/flac",
            Data = data.ToArray(),
            SampleRate = sound.SampleRate,
            Loops = [.. set.Loops.Select((loop, i) => new SpriteLoop(loop.Role, loop.Pitch, starts[i], loop.Samples.Length))],
        };
    }

    private static string Page(HearContent content, IReadOnlyList<PageSprite> sprites)
    {
        (string mime, byte[] data) = PagePicture.Encode(content.Picture.Picture);
        return new PageBuilder().Build(new PageContent
        {
            Title = content.Map.Name,
            Language = content.Language,
            MapJson = content.Json,
            Regions = content.Map.Regions,
            PictureMime = mime,
            PictureData = data,
            Sprites = sprites,
        });
    }
}
