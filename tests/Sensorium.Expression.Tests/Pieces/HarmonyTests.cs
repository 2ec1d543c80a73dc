using Sensorium.Music;

namespace Sensorium.Expression.Tests;

public sealed class HarmonyTests
{
    public static TheoryData<Mode, int> Keys
    {
        get
        {
            TheoryData<Mode, int> keys = [];
            foreach (Mode mode in Enum.GetValues<Mode>())
            {
                keys.Add(mode, 0);
                keys.Add(mode, 7);
                keys.Add(mode, 11);
            }

            return keys;
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void PitchClasses_EveryBar_AreATriadOfTheKeyWithAPerfectFifth(Mode mode, int tonic)
    {
        Key key = new(tonic, mode);
        int[] degrees = [.. key.Degrees.ToArray().Select(degree => (degree + tonic) % 12)];
        for (ulong seed = 0; seed < 12; seed++)
        {
            Harmony harmony = new(key, 11, new Pcg32(seed));
            for (int bar = 0; bar < 11; bar++)
            {
                int[] chord = harmony.PitchClasses(bar).ToArray();
                Assert.All(chord, pitch => Assert.Contains(pitch, degrees));
                Assert.Equal(7, (chord[2] - chord[0] + 12) % 12);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void PitchClasses_FirstAndLastTwoBars_AreTheTonic(Mode mode, int tonic)
    {
        Harmony harmony = new(new Key(tonic, mode), 9, new Pcg32(5));

        Assert.All([0, 7, 8, 20], bar => Assert.Equal(tonic, harmony.PitchClasses(bar)[0]));
    }

    [Theory]
    [InlineData(45)]
    [InlineData(57)]
    [InlineData(66)]
    public void Voicing_AnyBar_IsTheChordInCloseOrderNearTheCentre(int centre)
    {
        Harmony harmony = new(new Key(4, Mode.Dorian), 9, new Pcg32(5));
        for (int bar = 0; bar < 9; bar++)
        {
            int[] notes = harmony.Voicing(bar, centre);

            Assert.Equal(harmony.PitchClasses(bar).ToArray().Order(), notes.Select(note => note % 12).Order());
            Assert.True(notes[0] < notes[1] && notes[1] < notes[2] && notes[2] - notes[0] < 12);
            Assert.InRange(notes.Average(), centre - 4, centre + 4);
        }
    }

    [Fact]
    public void Consonant_WithinReach_IsOfTheChordElseTheNoteItself()
    {
        Key key = new(0, Mode.Ionian);
        Harmony harmony = new(key, 9, new Pcg32(1));
        int[] scale = [48, 50, 52, 55, 57, 60];

        Assert.Equal(48, harmony.Consonant(scale, 0, 0, 2));
        Assert.Equal(48, harmony.Consonant(scale, 1, 0, 2));
        Assert.Equal(50, harmony.Consonant(scale, 1, 0, 0));
        Assert.Equal(60, harmony.Consonant(scale, 9, 0, 0));
    }
}
