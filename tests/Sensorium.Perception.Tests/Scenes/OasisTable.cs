namespace Sensorium.Perception.Tests;

/// <summary>OASIS as this program measures it, one row a photograph; ratings mapped from 1..7 to -1..1.</summary>
internal sealed record OasisTable(double[][] Features, double[] Valence, double[] Arousal, string[] Themes);
