using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>Chooses which loops a picture needs, so that every voice finds its role at or near its pitch.</summary>
public static class LoopPlan
{
    /// <summary>Loops a sound set brings to a page by default: what an 8-region picture needs fits 4 MB with room to spare.</summary>
    public const int DefaultBudget = 18;

    /// <summary>Chooses the loops.</summary>
    /// <param name="regions">The tree of regions.</param>
    /// <param name="sounds">The sounds by region id.</param>
    /// <param name="budget">Most loops, at least one for each role in use.</param>
    /// <returns>Loops by role and pitch, in a fixed order.</returns>
    public static IReadOnlyList<LoopKey> Choose(RegionMap regions, IReadOnlyList<RegionSound> sounds, int budget = DefaultBudget)
    {
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(sounds);
        Dictionary<LoopKey, double> wanted = [];
        foreach (Region region in regions.Regions)
        {
            RegionSound sound = sounds[region.Id];
            double weight = Math.Sqrt(region.AreaShare) * (region.ChildIds.Count == 0 ? 1 : .7);
            Want(wanted, sound.Point, weight);
            Want(wanted, sound.Scan, weight * .1);
            Want(wanted, sound.Deutan, weight * .1);
            Want(wanted, sound.Protan, weight * .05);
            Want(wanted, sound.Tritan, weight * .05);
        }

        LoopKey[] byWeight =
        [
            .. wanted.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Role, StringComparer.Ordinal).ThenBy(pair => pair.Key.Pitch).Select(pair => pair.Key),
        ];
        List<LoopKey> chosen = [];
        for (int reach = 0; reach <= 128; reach++)
        {
            chosen.Clear();
            foreach (LoopKey key in byWeight)
            {
                if (!chosen.Any(other => other.Role == key.Role && Math.Abs(other.Pitch - key.Pitch) <= reach))
                {
                    chosen.Add(key);
                }
            }

            if (chosen.Count <= budget)
            {
                break;
            }
        }

        return [.. chosen.OrderBy(key => key.Role, StringComparer.Ordinal).ThenBy(key => key.Pitch)];
    }

    /// <summary>The loop that serves a role at a pitch best: the same role at the nearest pitch.</summary>
    /// <param name="loops">The loops there are.</param>
    /// <param name="role">The role.</param>
    /// <param name="pitch">The pitch wanted.</param>
    /// <returns>The loop, or null where the role has none.</returns>
    public static Loop? Nearest(IReadOnlyList<Loop> loops, string role, int pitch)
    {
        ArgumentNullException.ThrowIfNull(loops);
        Loop? nearest = null;
        foreach (Loop loop in loops)
        {
            if (loop.Role == role && (nearest is null || Math.Abs(loop.Pitch - pitch) < Math.Abs(nearest.Pitch - pitch)))
            {
                nearest = loop;
            }
        }

        return nearest;
    }

    private static void Want(Dictionary<LoopKey, double> wanted, Voice voice, double weight)
    {
        foreach (VoiceLayer layer in voice.Layers)
        {
            LoopKey key = new(layer.Role, voice.Pitch);
            wanted[key] = wanted.GetValueOrDefault(key) + (weight * layer.Gain);
        }
    }
}
