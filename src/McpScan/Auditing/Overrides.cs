using McpScan.Checks;

namespace McpScan.Auditing;

/// <summary>One root cause gives one finding: where a sharper rule has spoken, the blunter rules below it fall silent.</summary>
internal static class Overrides
{
    /// <summary>The hits by place, without repetitions.</summary>
    public static List<Hit> Ordered(List<Hit> hits)
    {
        if (hits.Count < 2)
        {
            return hits;
        }

        hits.Sort(static (a, b) =>
        {
            var byPath = string.CompareOrdinal(a.Node.Source.Path, b.Node.Source.Path);
            return byPath != 0 ? byPath : a.Span.CompareTo(b.Span);
        });
        var distinct = new List<Hit>(hits.Count);
        foreach (var hit in hits)
        {
            if (distinct is not [.., var last] || last.Span != hit.Span || !ReferenceEquals(last.Node.Source, hit.Node.Source))
            {
                distinct.Add(hit);
            }
        }

        return distinct;
    }

    /// <summary>Takes from the detections on one subject what a sharper rule has said already.</summary>
    public static List<Detection> Apply(List<Detection> detections)
    {
        if (detections.Count < 2)
        {
            return detections;
        }

        var left = new List<Detection>(detections.Count);
        foreach (var blunt in detections)
        {
            var hits = blunt.Hits;
            var isCovered = false;
            foreach (var sharp in detections)
            {
                if (sharp.Rule.Silenced.Contains(blunt.Rule))
                {
                    isCovered |= hits.Count == 0;
                    hits = hits.FindAll(hit => !sharp.Hits.Exists(s => ReferenceEquals(s.Node.Source, hit.Node.Source) && s.Span.OverlapsWith(hit.Span)));
                    isCovered |= hits.Count == 0;
                }
            }

            if (!isCovered)
            {
                left.Add(blunt with { Hits = hits });
            }
        }

        return left;
    }
}
