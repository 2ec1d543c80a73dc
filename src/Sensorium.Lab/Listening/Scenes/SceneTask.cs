using Sensorium.Expression;
using Sensorium.Imaging;

namespace Sensorium.Lab.Listening;

/// <summary>A number of pictures to be drawn and played.</summary>
/// <param name="Set">The instruments.</param>
/// <param name="Draw">Draws the colours of a picture's regions.</param>
/// <param name="First">Number of the first picture.</param>
/// <param name="Count">How many pictures.</param>
/// <param name="IsTest">Whether the listener is tested with them.</param>
/// <param name="LoopBudget">Most loops a picture, as the page's budget.</param>
internal sealed record SceneTask(SoundSet Set, Func<Pcg32, IReadOnlyList<OkLab>> Draw, int First, int Count, bool IsTest, int LoopBudget);
