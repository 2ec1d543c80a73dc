namespace Sensorium.Perception;

/// <summary>
/// Arousal as a quadratic form of the three linear axes, and of how the text looks (<see cref="TextSurface"/>): what moves people, in either
/// direction, also stirs them, which no sum over words can say. Fitted on held-out statements.
/// </summary>
/// <param name="numbers">Middles and standard deviations of the three axes, then the weights of their terms and of the surface.</param>
internal sealed class ArousalBend(float[] numbers)
{
    /// <summary>How many numbers it has.</summary>
    public const int Length = (2 * TextWeights.Axes) + Terms + TextSurface.Count;

    private const int Terms = 10;

    /// <summary>The arousal.</summary>
    /// <param name="axes">Valence, arousal and dominance as the table says them.</param>
    /// <param name="surface">How the text looks.</param>
    /// <returns>Arousal, unbounded.</returns>
    public double At(ReadOnlySpan<float> axes, ReadOnlySpan<double> surface)
    {
        double v = Scaled(axes, 0), a = Scaled(axes, 1), d = Scaled(axes, 2);
        ReadOnlySpan<double> terms = [1, v, a, d, v * v, a * a, d * d, v * a, Math.Abs(v), Math.Abs(a)];
        double sum = 0;
        for (int i = 0; i < Terms; i++)
        {
            sum += numbers[(2 * TextWeights.Axes) + i] * terms[i];
        }

        for (int i = 0; i < TextSurface.Count; i++)
        {
            sum += numbers[(2 * TextWeights.Axes) + Terms + i] * surface[i];
        }

        return sum;
    }

    private double Scaled(ReadOnlySpan<float> axes, int axis) => (axes[axis] - numbers[axis]) / numbers[TextWeights.Axes + axis];
}
