using Sensorium.Expression;
using Sensorium.Music;

namespace Sensorium.Lab.Listening;

/// <summary>Draws, plays and hears pictures on all cores. What comes out does not depend on how many there are.</summary>
/// <param name="font">Path of the SoundFont.</param>
/// <param name="mapping">From colour to sound.</param>
/// <param name="options">Seed and threads.</param>
/// <param name="progress">Hears of each finished picture.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class SceneCrew(string font, Mapping mapping, ListenerOptions options, StepProgress progress, CancellationToken cancellationToken)
{
    /// <summary>Hears pictures.</summary>
    /// <typeparam name="T">What is kept of a picture.</typeparam>
    /// <param name="task">Which pictures.</param>
    /// <param name="hear">Hears one: its number, its sounds, and what describes them.</param>
    /// <returns>What was kept, in the order of the pictures.</returns>
    public T[] Hear<T>(SceneTask task, Func<int, SceneSound, SoundFeatures, T> hear)
    {
        T[] kept = new T[task.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, task.Count, parallel, () => new FluidSynthesizer(font), (i, _, synthesizer) =>
            {
                Scene scene = SceneDraw.Draw(options.Seed, task.First + i, task.IsTest, task.Draw, mapping);
                SceneSound sound = new(scene, mapping, task.Set, synthesizer, task.LoopBudget, cancellationToken);
                kept[i] = hear(task.First + i, sound, new SoundFeatures(synthesizer.SampleRate));
                progress.Step();
                return synthesizer;
            }, synthesizer => synthesizer.Dispose());
        }
        catch (AggregateException exception) when (exception.InnerExceptions.OfType<SensoriumException>().FirstOrDefault() is { } known)
        {
            // A missing library or a broken SoundFont is met on every thread at once; the caller hears of it once.
            throw known;
        }

        return kept;
    }
}
