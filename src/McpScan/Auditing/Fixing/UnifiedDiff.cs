using System.Globalization;
using System.Text;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>The difference of two texts as a unified diff for a person to read; every line in its visible form.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Beyond this many pairs of lines the changed part is shown as a whole.</summary>
    private const long MaxPairs = 4_000_000;

    public static string Of(string path, string before, string after)
    {
        var (old, @new) = (Lines(before), Lines(after));
        var script = Script(old, @new);
        var diff = new StringBuilder();
        diff.Append("--- ").Append(new Untrusted(path)).Append("\n+++ ").Append(new Untrusted(path)).Append('\n');
        for (var i = 0; i < script.Count;)
        {
            if (script[i].Sign == ' ')
            {
                i++;
                continue;
            }

            var end = i;
            for (var j = i; j < script.Count && j - end <= Context * 2; j++)
            {
                end = script[j].Sign == ' ' ? end : j;
            }

            var from = Math.Max(0, i - Context);
            var to = Math.Min(script.Count - 1, end + Context);
            Hunk(diff, script, from, to);
            i = to + 1;
        }

        return diff.ToString();
    }

    private static void Hunk(StringBuilder diff, List<(char Sign, string Line, int Old, int New)> script, int from, int to)
    {
        var lines = script.GetRange(from, to - from + 1);
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{script[from].Old + 1},{lines.Count(l => l.Sign != '+')} +{script[from].New + 1},{lines.Count(l => l.Sign != '-')} @@\n");
        foreach (var (sign, line, _, _) in lines)
        {
            diff.Append(sign).Append(new Untrusted(line)).Append('\n');
        }
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Every line with its sign and the numbers of the lines that come next in both texts.</summary>
    private static List<(char Sign, string Line, int Old, int New)> Script(string[] old, string[] @new)
    {
        var start = 0;
        while (start < old.Length && start < @new.Length && old[start] == @new[start])
        {
            start++;
        }

        var (oldEnd, newEnd) = (old.Length, @new.Length);
        while (oldEnd > start && newEnd > start && old[oldEnd - 1] == @new[newEnd - 1])
        {
            oldEnd--;
            newEnd--;
        }

        var script = new List<(char, string, int, int)>();
        for (var i = 0; i < start; i++)
        {
            script.Add((' ', old[i], i, i));
        }

        var common = (long)(oldEnd - start) * (newEnd - start) <= MaxPairs ? Common(old, @new, start, oldEnd, newEnd) : null;
        var (a, b) = (start, start);
        while (a < oldEnd || b < newEnd)
        {
            if (common is not null && a < oldEnd && b < newEnd && old[a] == @new[b])
            {
                script.Add((' ', old[a], a++, b++));
            }
            else if (b >= newEnd || (a < oldEnd && (common is null || common[a - start + 1, b - start] >= common[a - start, b - start + 1])))
            {
                script.Add(('-', old[a], a++, b));
            }
            else
            {
                script.Add(('+', @new[b], a, b++));
            }
        }

        for (; a < old.Length; a++, b++)
        {
            script.Add((' ', old[a], a, b));
        }

        return script;
    }

    /// <summary>Lengths of the longest common subsequences of the rests.</summary>
    private static int[,] Common(string[] old, string[] @new, int start, int oldEnd, int newEnd)
    {
        var common = new int[oldEnd - start + 1, newEnd - start + 1];
        for (var a = oldEnd - 1; a >= start; a--)
        {
            for (var b = newEnd - 1; b >= start; b--)
            {
                common[a - start, b - start] = old[a] == @new[b]
                    ? common[a - start + 1, b - start + 1] + 1
                    : Math.Max(common[a - start + 1, b - start], common[a - start, b - start + 1]);
            }
        }

        return common;
    }
}
