namespace Sensorium.Cli;

/// <summary>When a component is needed.</summary>
internal enum ComponentNeed
{
    /// <summary>To do anything useful.</summary>
    Always,

    /// <summary>For some inputs.</summary>
    Sometimes,

    /// <summary>To build from source.</summary>
    Build,

    /// <summary>To run the tests.</summary>
    Tests,
}
