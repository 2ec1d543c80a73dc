using System.Runtime.InteropServices;

namespace Sensorium.Music;

/// <summary>Owns a <c>fluid_synth_t</c> and keeps its settings alive, which the synthesizer refers to until its end.</summary>
internal sealed class FluidSynthHandle() : SafeHandle(nint.Zero, ownsHandle: true)
{
    private FluidSettingsHandle? _settings;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == nint.Zero;

    /// <summary>Ties the settings' life to this synthesizer's: they are deleted after it, whatever order finalizers run in.</summary>
    /// <param name="settings">The settings it was made from.</param>
    public void KeepAlive(FluidSettingsHandle settings)
    {
        bool added = false;
        settings.DangerousAddRef(ref added);
        _settings = added ? settings : null;
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        FluidNative.DeleteSynth(handle);
        _settings?.DangerousRelease();
        return true;
    }
}
