namespace Sensorium.Lab.Datasets;

/// <summary>How a set of labelled faces is laid out; docs/evaluate.md describes each.</summary>
public enum FaceLayout
{
    /// <summary>FER+ sheets: <c>SPLIT.csv</c> with ten votes a tile, and <c>SPLIT-NN.jpg</c> of 40 x 40 tiles of 48 x 48 pixels.</summary>
    Sheets,

    /// <summary>One folder of pictures for each emotion, named after it.</summary>
    Folders,

    /// <summary>A table with a column of paths and a column of emotions.</summary>
    Table,
}
