using System.Text;

namespace Sensorium.Perception;

/// <summary>Which pictographs are glad and which are sad, angry or afraid. Our own list of common ones.</summary>
internal static class EmojiFeelings
{
    private const string Glad = "😀😃😄😁😆😅😂🤣☺😊😇🙂😉😍🥰😘😗😙😚😋😛😜🤪😝🤗🤩🥳😎👍👏🙌💪🙏💕💖💗💓💘💝❤🧡💛💚💙💜💞💟🎉🎊✨🌟⭐🌈🌸🌞☀😸😺😻💯🤍🫶🔥🏆🎁🍀🌷🌹🥹";
    private const string Sad = "😞😔😟😕🙁☹😣😖😫😩🥺😢😭😤😠😡🤬😱😨😰😥😓🤢🤮😷🤒🤕💔👎😒🙄😑😬😧😦😮‍💨😪😵👿😾😿💀☠🖕🥀😶😐🤦";

    private static readonly Dictionary<int, int> Signs = Index();

    /// <summary>What a pictograph says: 1 for glad, -1 for sad, angry or afraid, 0 for neither.</summary>
    /// <param name="emoji">The pictograph.</param>
    /// <returns>The sign.</returns>
    public static int SignOf(ReadOnlySpan<char> emoji) =>
        Rune.DecodeFromUtf16(emoji, out Rune rune, out _) == System.Buffers.OperationStatus.Done ? Signs.GetValueOrDefault(rune.Value) : 0;

    private static Dictionary<int, int> Index()
    {
        Dictionary<int, int> signs = [];
        foreach ((string list, int sign) in ((string, int)[])[(Glad, 1), (Sad, -1)])
        {
            foreach (Rune rune in list.EnumerateRunes())
            {
                signs[rune.Value] = sign;
            }
        }

        return signs;
    }
}
