using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Sensorium.Perception;

namespace Sensorium.Lab.Datasets;

/// <summary>Photographs with boxes in the XML that dlib's <c>imglab</c> writes: <c>dataset/images/image[@file]/box[@top @left @width @height]</c>.</summary>
public static class DlibBoxes
{
    private const int MostCharacters = 64 << 20;

    /// <summary>Whether a folder has this layout.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>True where it holds such an XML file.</returns>
    public static bool Fits(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Directory.Exists(folder) && FolderListing.Files(folder, "*.xml").Any(IsDataset);
    }

    /// <summary>Reads all XML files of a folder; no photograph is opened.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="onFault">Hears of files, photographs and boxes that are left out.</param>
    /// <returns>The photographs, file by file in the order of their names.</returns>
    public static IReadOnlyList<BoxedPhotograph> Read(string folder, Action<DatasetFault> onFault)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(onFault);
        List<BoxedPhotograph> photographs = [];
        foreach (string path in FolderListing.Files(folder, "*.xml"))
        {
            string name = Path.GetFileName(path);
            XElement? root = Load(path, name, onFault);
            foreach (XElement image in root?.Element("images")?.Elements("image") ?? [])
            {
                if (Photograph(image, folder, name, onFault) is { } photograph)
                {
                    photographs.Add(photograph);
                }
            }
        }

        return photographs;
    }

    private static bool IsDataset(string path)
    {
        try
        {
            using XmlReader reader = Open(path);
            return reader.MoveToContent() == XmlNodeType.Element && reader.Name == "dataset";
        }
        catch (Exception error) when (error is XmlException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static XmlReader Open(string path) => XmlReader.Create(path, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreProcessingInstructions = true,
    });

    private static XElement? Load(string path, string name, Action<DatasetFault> onFault)
    {
        try
        {
            using XmlReader reader = Open(path);
            XElement? root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
            return root?.Name.LocalName == "dataset" ? root : null;
        }
        catch (Exception error) when (error is XmlException or IOException or UnauthorizedAccessException)
        {
            onFault(new(name, new($"it is no XML that can be read ({error.Message.TrimEnd('.')})", $"읽을 수 있는 XML이 아닙니다({error.Message.TrimEnd('.')})")));
            return null;
        }
    }

    private static BoxedPhotograph? Photograph(XElement image, string folder, string xml, Action<DatasetFault> onFault)
    {
        string place = $"{xml}:{((IXmlLineInfo)image).LineNumber}";
        if (image.Attribute("file")?.Value is not { Length: > 0 } file)
        {
            onFault(new(place, new("the image names no file", "image에 file이 없습니다")));
            return null;
        }

        string path = Path.Combine(folder, file.Replace('\\', Path.DirectorySeparatorChar));
        if (!File.Exists(path))
        {
            onFault(new(place, new($"there is no file '{file}'", $"'{file}' 파일이 없습니다")));
            return null;
        }

        List<FaceBox> boxes = [], ignored = [];
        foreach (XElement box in image.Elements("box"))
        {
            if (Box(box) is { } found)
            {
                (box.Attribute("ignore")?.Value is "1" or "true" ? ignored : boxes).Add(found);
            }
            else
            {
                onFault(new($"{xml}:{((IXmlLineInfo)box).LineNumber}", new(
                    "the box needs top, left, and a width and height over 0", "box에는 top, left와 0보다 큰 width, height가 있어야 합니다")));
            }
        }

        return new BoxedPhotograph { Name = file, Path = path, Boxes = boxes, Ignored = ignored };
    }

    private static FaceBox? Box(XElement box)
    {
        double[] sides = [.. ((string[])["left", "top", "width", "height"]).Select(name =>
            double.TryParse(box.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
        return sides.All(double.IsFinite) && sides[2] > 0 && sides[3] > 0 ? new FaceBox(sides[0], sides[1], sides[2], sides[3]) : null;
    }
}
