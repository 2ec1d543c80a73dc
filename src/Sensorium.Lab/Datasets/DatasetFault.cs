namespace Sensorium.Lab.Datasets;

/// <summary>A row, picture or folder of a data set that could not be used. It is left out, counted and named.</summary>
/// <param name="Name">Which one: a path within the data set, or a file and a line.</param>
/// <param name="Reason">Why.</param>
public readonly record struct DatasetFault(string Name, LocalizedText Reason);
