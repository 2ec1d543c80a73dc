using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sensorium.Music;

/// <summary>FluidSynth's C API, as far as it is used (FluidSynth 2.x and 3.x, fluidsynth.h). Call <see cref="FluidLibrary.Require"/> first.</summary>
internal static unsafe partial class FluidNative
{
    public const string Library = "fluidsynth";
    public const int Ok = 0;
    private const int LogLevels = 5;

    [LibraryImport(Library, EntryPoint = "fluid_version_str")]
    public static partial nint VersionText();

    [LibraryImport(Library, EntryPoint = "new_fluid_settings")]
    public static partial FluidSettingsHandle NewSettings();

    [LibraryImport(Library, EntryPoint = "delete_fluid_settings")]
    public static partial void DeleteSettings(nint settings);

    [LibraryImport(Library, EntryPoint = "fluid_settings_setnum", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetNumber(FluidSettingsHandle settings, string name, double value);

    [LibraryImport(Library, EntryPoint = "fluid_settings_setint", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetInteger(FluidSettingsHandle settings, string name, int value);

    [LibraryImport(Library, EntryPoint = "new_fluid_synth")]
    public static partial FluidSynthHandle NewSynth(FluidSettingsHandle settings);

    [LibraryImport(Library, EntryPoint = "delete_fluid_synth")]
    public static partial void DeleteSynth(nint synth);

    [LibraryImport(Library, EntryPoint = "fluid_synth_sfload", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LoadSoundFont(FluidSynthHandle synth, string path, int resetPresets);

    [LibraryImport(Library, EntryPoint = "fluid_synth_get_sfont_by_id")]
    public static partial nint GetSoundFont(FluidSynthHandle synth, int id);

    [LibraryImport(Library, EntryPoint = "fluid_synth_add_sfont")]
    public static partial int AddSoundFont(FluidSynthHandle synth, nint soundFont);

    [LibraryImport(Library, EntryPoint = "fluid_synth_remove_sfont")]
    public static partial int RemoveSoundFont(FluidSynthHandle synth, nint soundFont);

    [LibraryImport(Library, EntryPoint = "fluid_synth_program_select")]
    public static partial int SelectProgram(FluidSynthHandle synth, int channel, int soundFont, int bank, int program);

    [LibraryImport(Library, EntryPoint = "fluid_synth_cc")]
    public static partial int Controller(FluidSynthHandle synth, int channel, int number, int value);

    [LibraryImport(Library, EntryPoint = "fluid_synth_noteon")]
    public static partial int NoteOn(FluidSynthHandle synth, int channel, int key, int velocity);

    [LibraryImport(Library, EntryPoint = "fluid_synth_noteoff")]
    public static partial int NoteOff(FluidSynthHandle synth, int channel, int key);

    [LibraryImport(Library, EntryPoint = "fluid_synth_set_interp_method")]
    public static partial int SetInterpolation(FluidSynthHandle synth, int channel, int method);

    [LibraryImport(Library, EntryPoint = "fluid_synth_write_float")]
    public static partial int WriteFloat(FluidSynthHandle synth, int length, float* left, int leftOffset, int leftStep, float* right, int rightOffset, int rightStep);

    /// <summary>Replaces FluidSynth's log functions, which write to stderr, by one that does nothing: failures come back as return values.</summary>
    public static void SilenceLog()
    {
        for (int level = 0; level < LogLevels; level++)
        {
            SetLogFunction(level, &Ignore, null);
        }
    }

    [LibraryImport(Library, EntryPoint = "fluid_set_log_function")]
    private static partial nint SetLogFunction(int level, delegate* unmanaged[Cdecl]<int, byte*, void*, void> function, void* data);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ignore(int level, byte* message, void* data)
    {
    }
}
