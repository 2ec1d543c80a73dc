using Sensorium.Lab.Tests;
using Sensorium.Perception;

namespace Sensorium.Lab.Datasets.Tests;

public sealed class PhotographTests
{
    private const string Ratings = "file,theme,category,valence_mean,valence_sd,arousal_mean,arousal_sd\n";

    [Fact]
    public void Oasis_RowsOfAllKinds_AreReadOrNamed()
    {
        using TemporaryFolder folder = new();
        folder.Write("I1.jpg", TemporaryFolder.Grey(4, 4, 0));
        folder.Write("ratings.csv", $"{Ratings}I1.jpg,dog,Animal,5.5,1,2.5,1.5\nI2.jpg,dog,Animal,5,1,2,1\nI1.jpg,dog,Animal,many,1,2,1\nI1.jpg,dog,Animal,9,1,2,1\nI1.jpg,dog\n");
        List<DatasetFault> faults = [];
        RatedPhotograph photograph = Assert.Single(OasisPhotographs.Read(folder.FullPath, faults.Add));

        Assert.Equal(("dog", "Animal", .5, -.5), (photograph.Theme, photograph.Category, photograph.Valence, photograph.Arousal));
        Assert.Equal(["ratings.csv:3", "ratings.csv:4", "ratings.csv:5", "ratings.csv:6"], faults.Select(fault => fault.Name));
    }

    [Fact]
    public void Oasis_MissingColumn_IsNotThisLayout()
    {
        using TemporaryFolder folder = new();
        folder.Write("ratings.csv", "file,theme\nI1.jpg,dog\n");

        Assert.False(OasisPhotographs.Fits(folder.FullPath));
        Assert.Throws<MalformedInputException>(() => OasisPhotographs.Read(folder.FullPath, _ => { }));
    }

    [Fact]
    public void Dlib_BoxesIgnoredAndBroken_AreToldApart()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.jpg", TemporaryFolder.Grey(4, 4, 0));
        folder.Write("boxes.xml", """
            <?xml version='1.0' encoding='ISO-8859-1'?>
            <?xml-stylesheet type='text/xsl' href='sheet.xsl'?>
            <dataset><images>
              <image file='a.jpg'>
                <box top='1' left='2' width='3' height='4'/>
                <box top='5' left='6' width='7' height='8' ignore='1'/>
                <box top='5' left='6' width='0' height='8'/>
              </image>
              <image file='gone.jpg'/>
            </images></dataset>
            """);
        List<DatasetFault> faults = [];
        BoxedPhotograph photograph = Assert.Single(DlibBoxes.Read(folder.FullPath, faults.Add));

        Assert.True(DlibBoxes.Fits(folder.FullPath));
        Assert.Equal([new FaceBox(2, 1, 3, 4)], photograph.Boxes);
        Assert.Equal([new FaceBox(6, 5, 7, 8)], photograph.Ignored);
        Assert.Equal(["boxes.xml:7", "boxes.xml:9"], faults.Select(fault => fault.Name));
    }

    /// <summary>A document type could name files of the machine or grow without end.</summary>
    [Fact]
    public void Dlib_DocumentType_IsRefused()
    {
        using TemporaryFolder folder = new();
        folder.Write("boxes.xml", "<!DOCTYPE dataset [<!ENTITY a 'b'>]><dataset><images/></dataset>");
        List<DatasetFault> faults = [];

        Assert.Empty(DlibBoxes.Read(folder.FullPath, faults.Add));
        Assert.Single(faults);
    }

    [Fact]
    public void Dlib_SharedPhotographs_HaveFortyThreeBoxes()
    {
        string? path = SharedData.Find("data/faces/dlib");
        Assert.SkipWhen(path is null, "The dlib photographs are not on this machine (shared/data/faces/dlib).");
        List<DatasetFault> faults = [];

        Assert.Equal(43, DlibBoxes.Read(path!, faults.Add).Sum(photograph => photograph.Boxes.Count));
        Assert.Empty(faults);
    }

    [Fact]
    public void Oasis_SharedPhotographs_AreAllThere()
    {
        string? path = SharedData.Find("data/scenes/oasis");
        Assert.SkipWhen(path is null, "OASIS is not on this machine (shared/data/scenes/oasis).");
        List<DatasetFault> faults = [];

        Assert.Equal(615, OasisPhotographs.Read(path!, faults.Add).Count);
        Assert.Empty(faults);
    }
}
