namespace Sensorium.Music.Tests.Synthesis;

/// <summary>Scores that tests share.</summary>
internal static class Scores
{
    /// <summary>60 bpm, so that a beat is a second.</summary>
    public static Score OfSeconds(params Part[] parts) => new() { Tempo = 60, Length = 4, Parts = parts };

    public static Part Part(int program, params Note[] notes) => new() { Name = $"programme {program}", Program = program, Reverb = 0, Notes = notes };

    /// <summary>Six melodic parts with an eighth-note pulse over 30 seconds.</summary>
    public static Score SixParts()
    {
        int[] programs = [0, 11, 42, 48, 68, 73];
        return new Score
        {
            Tempo = 90,
            Length = 45,
            Parts = [.. programs.Select((program, i) => new Part
            {
                Name = $"part {i}",
                Program = program,
                Pan = (i - 2.5) / 2.5,
                Notes = [.. Enumerable.Range(0, 90).Select(n => new Note(n * 0.5, 0.5, 48 + (3 * i) + (n * 5 % 12), 70 + (n % 3 * 15)))],
            })],
        };
    }
}
