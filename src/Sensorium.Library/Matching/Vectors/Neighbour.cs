namespace Sensorium.Library;

/// <summary>One row that a search found.</summary>
/// <param name="Row">Its number, from 0 in the order of building.</param>
/// <param name="Likeness">The scalar product with the query: -1..1 for vectors of length 1.</param>
public readonly record struct Neighbour(int Row, double Likeness);
