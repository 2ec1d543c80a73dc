using Sensorium.Expression;
using Sensorium.Imaging;
using Sensorium.Music;

namespace Sensorium;

/// <summary>A cover for a composed piece: its path as colours from left to right (unpleasant blue to pleasant yellow, livelier more colourful), its notes in light upon them.</summary>
internal static class CoverPicture
{
    private const int Side = 400;
    private const double NoteLift = 0.22;

    /// <summary>Draws one.</summary>
    /// <param name="piece">The piece.</param>
    /// <returns>A square picture.</returns>
    public static Picture Of(Composition piece)
    {
        byte[] pixels = new byte[Side * Side * 3];
        bool[] notes = Notes(piece);
        for (int x = 0; x < Side; x++)
        {
            AffectPoint here = piece.Request.Path.At(piece.Request.Path.Length * ((x + 0.5) / Side));
            double pleasant = (here.Valence + 1) / 2, hue = (265 - (175 * pleasant)) * Math.PI / 180, chroma = 0.05 + (0.06 * (here.Arousal + 1) / 2);
            double lightness = 0.38 + (0.3 * pleasant);
            Rgb plain = ColourConversion.ToRgb(Colour(lightness, chroma, hue));
            Rgb light = ColourConversion.ToRgb(Colour(lightness + NoteLift, 0.6 * chroma, hue));
            for (int y = 0; y < Side; y++)
            {
                Rgb colour = notes[(y * Side) + x] ? light : plain;
                int at = ((y * Side) + x) * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = (colour.R, colour.G, colour.B);
            }
        }

        return new Picture(Side, Side, pixels);
    }

    private static OkLab Colour(double lightness, double chroma, double hue) => new((float)lightness, (float)(chroma * Math.Cos(hue)), (float)(chroma * Math.Sin(hue)));

    private static bool[] Notes(Composition piece)
    {
        const int Lowest = 28, Highest = 100, Thickness = 4;
        TempoMap tempi = new(piece.Score);
        bool[] notes = new bool[Side * Side];
        foreach (Note note in piece.Score.Parts.Where(part => part.Bank != 128).SelectMany(part => part.Notes))
        {
            int from = (int)(Side * tempi.SecondsAt(note.Start) / tempi.Seconds), to = Math.Min(Side - 1, (int)(Side * tempi.SecondsAt(note.Start + note.Length) / tempi.Seconds));
            int top = Math.Clamp((int)((Side - Thickness) * (Highest - note.Pitch) / (double)(Highest - Lowest)), 0, Side - Thickness);
            for (int y = top; y < top + Thickness; y++)
            {
                notes.AsSpan((y * Side) + from, Math.Max(1, to - from)).Fill(true);
            }
        }

        return notes;
    }
}
