namespace Sensorium.Music.Tests;

public sealed class SpelledPitchTests
{
    private const string Letters = "CDEFGAB";
    private static readonly int[] Naturals = [0, 2, 4, 5, 7, 9, 11];

    [Fact]
    public void Spell_EveryPitchOfEveryKey_SoundsAsAsked()
    {
        foreach (Key key in Keys())
        {
            for (int pitch = 0; pitch < 128; pitch++)
            {
                SpelledPitch spelled = key.Spell(pitch);
                Assert.Equal(pitch, (12 * (spelled.Octave + 1)) + Naturals[Letters.IndexOf(spelled.Letter, StringComparison.Ordinal)] + spelled.Alteration);
                Assert.InRange(spelled.Alteration, -2, 2);
            }
        }
    }

    [Fact]
    public void Spell_TheNotesOfAKey_TakesEachLetterOnceAndAsManyAccidentalsAsItsSignature()
    {
        foreach (Key key in Keys())
        {
            SpelledPitch[] notes = [.. key.Degrees.ToArray().Select(degree => key.Spell(60 + key.Tonic + degree))];
            Assert.Equal(7, notes.Select(note => note.Letter).Distinct().Count());
            Assert.Equal(key.Sharps, notes.Sum(note => note.Alteration));
        }
    }

    [Fact]
    public void Spell_TheLeadingNoteOfMinor_IsItsSeventhLetterRaised()
    {
        for (int tonic = 0; tonic < 12; tonic++)
        {
            Key key = new(tonic, Mode.Aeolian);
            Assert.Equal(key.Spell(60 + tonic + 10).Letter, key.Spell(60 + tonic + 11).Letter);
        }
    }

    private static IEnumerable<Key> Keys() => Enumerable.Range(0, 12).SelectMany(tonic => Enum.GetValues<Mode>().Select(mode => new Key(tonic, mode)));
}
