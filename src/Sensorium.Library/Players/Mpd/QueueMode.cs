namespace Sensorium.Library;

/// <summary>What happens to the songs that are queued already.</summary>
public enum QueueMode
{
    /// <summary>They go, and the new ones play.</summary>
    Replace,

    /// <summary>They stay, and the new ones come behind them.</summary>
    Append,
}
