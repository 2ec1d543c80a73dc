namespace Sensorium.Music;

/// <summary>What happens at a block; of one block in this order, so that a repeated key is released before it sounds again, at its new place.</summary>
internal enum FluidEventKind
{
    /// <summary>A key is released.</summary>
    Release,

    /// <summary>A controller takes a value.</summary>
    Control,

    /// <summary>A key is pressed.</summary>
    Press,
}
