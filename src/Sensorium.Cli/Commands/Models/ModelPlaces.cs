using Sensorium.Inference;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary>Where the command line looks for models.</summary>
internal static class ModelPlaces
{
    /// <summary>The program's models and the user's.</summary>
    /// <param name="shell">Tells the environment.</param>
    /// <returns>The catalogue.</returns>
    public static ModelCatalogue Open(Shell shell) => ModelCatalogue.Default(new SensoriumHome(shell.Terminal.Variable).Path);

    /// <summary>Whose models a root holds.</summary>
    /// <param name="root">One of the catalogue's roots.</param>
    /// <returns>A heading.</returns>
    public static LocalizedText Owner(string root) => root.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal)
        ? new("With the program", "프로그램에 들어 있는 모델")
        : new("Your own", "사용자 모델");

    /// <summary>Says on standard error which folders are broken.</summary>
    /// <param name="survey">What was found.</param>
    /// <param name="shell">Where to say it.</param>
    public static void Complain(ModelSurvey survey, Shell shell)
    {
        foreach (BrokenModel broken in survey.Broken)
        {
            shell.Complain(new Failure { Kind = FailureKind.Malformed, Messages = [broken.Reason] });
        }
    }
}
