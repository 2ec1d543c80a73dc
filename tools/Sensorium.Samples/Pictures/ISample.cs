namespace Sensorium.Samples.Pictures;

/// <summary>One picture that the program draws.</summary>
internal interface ISample
{
    /// <summary>File name without extension.</summary>
    string Name { get; }

    /// <summary>Draws it; the same pixels every time.</summary>
    /// <returns>The picture.</returns>
    Picture Draw();
}
