namespace Sensorium.Music.Tests;

public sealed class KeyNoteNameTests
{
    [Theory]
    [InlineData(0, Mode.Ionian, 60, "C4", "도(C4)")]
    [InlineData(2, Mode.Aeolian, 58, "B♭3", "시♭(B♭3)")]
    [InlineData(4, Mode.Ionian, 68, "G♯4", "솔♯(G♯4)")]
    [InlineData(0, Mode.Phrygian, 61, "D♭4", "레♭(D♭4)")]
    [InlineData(9, Mode.Dorian, 66, "F♯4", "파♯(F♯4)")]
    [InlineData(0, Mode.Ionian, 0, "C-1", "도(C-1)")]
    [InlineData(2, Mode.Aeolian, 61, "C♯4", "도♯(C♯4)")]
    [InlineData(6, Mode.Ionian, 65, "E♯4", "미♯(E♯4)")]
    [InlineData(1, Mode.Ionian, 59, "C♭4", "도♭(C♭4)")]
    public void NoteName_OfAKey_TakesTheAccidentalsOfItsSignature(int tonic, Mode mode, int pitch, string english, string korean) =>
        Assert.Equal(new LocalizedText(english, korean), new Key(tonic, mode).NoteName(pitch));
}
