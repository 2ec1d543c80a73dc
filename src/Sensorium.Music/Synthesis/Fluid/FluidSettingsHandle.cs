using System.Runtime.InteropServices;

namespace Sensorium.Music;

/// <summary>Owns a <c>fluid_settings_t</c>.</summary>
internal sealed class FluidSettingsHandle() : SafeHandle(nint.Zero, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == nint.Zero;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        FluidNative.DeleteSettings(handle);
        return true;
    }
}
