namespace Sensorium.Perception;

/// <summary>
/// Arousal as a quadratic form of the three linear axes, and of how the text looks (<see cref="TextSurface"/>): what moves people, in either
/// direction, also stirs them, which no sum over words can say; and how a text looks says how far its words are to be trusted. Fitted on held-out
/// statements.
/// </summary>
/// <param name="numbers">
/// Middles and standard deviations of the three axes, the same of the looks, then the weights of the terms, of the looks, and of the looks times
/// valence and times arousal.
/// </param>
internal sealed class ArousalBend(float[] numbers)
{
    /// <summary>How many numbers it has.</summary>
    public const int Length = Looks + (2 * TextSurface.Count) + Terms + (3 * TextSurface.Count);

    private const int Looks = 2 * TextWeights.Axes;
    private const int Terms = 10;

    /// <summary>A look counts at most so many standard deviations.</summary>
    private const double LookMost = 1.5;

    /// <summary>The arousal.</summary>
    /// <param name="axes">Valence, arousal and dominance as the table says them.</param>
    /// <param name="surface">How the text looks.</param>
    /// <returns>Arousal, unbounded.</returns>
    public double At(ReadOnlySpan<float> axes, ReadOnlySpan<double> surface)
    {
        double v = Scaled(axes, 0), a = Scaled(axes, 1), d = Scaled(axes, 2);
        ReadOnlySpan<double> terms = [1, v, a, d, v * v, a * a, d * d, v * a, Math.Abs(v), Math.Abs(a)];
        ReadOnlySpan<float> middles = numbers.AsSpan(Looks, TextSurface.Count);
        ReadOnlySpan<float> deviations = numbers.AsSpan(Looks + TextSurface.Count, TextSurface.Count);
        ReadOnlySpan<float> weights = numbers.AsSpan(Looks + (2 * TextSurface.Count));
        double sum = 0;
        for (int i = 0; i < Terms; i++)
        {
            sum += weights[i] * terms[i];
        }

        for (int i = 0; i < TextSurface.Count; i++)
        {
            double look = Math.Clamp((surface[i] - middles[i]) / deviations[i], -LookMost, LookMost);
            int at = Terms + i;
            sum += look * (weights[at] + (v * weights[at + TextSurface.Count]) + (a * weights[at + (2 * TextSurface.Count)]));
        }

        return sum;
    }

    private double Scaled(ReadOnlySpan<float> axes, int axis) => (axes[axis] - numbers[axis]) / numbers[TextWeights.Axes + axis];
}
