using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace McpScan.Evaluation.Training;

/// <summary>
/// Attacks without the honest text around them: many stand alone in practice, few among the training texts, and a model that never met one takes the honest sentence before it for
/// a part of the attack.
/// </summary>
internal static class LoneAttacks
{
    /// <summary>One attack in so many is repeated alone: with all of them the model forgets those that stand among honest sentences.</summary>
    private const int Every = 3;

    /// <summary>Servers, a line each, that say in the descriptions of their tools only what is marked in some of these; the marks stay.</summary>
    /// <param name="lines">Servers, a line each.</param>
    public static string Of(string lines)
    {
        var text = new StringBuilder();
        var met = 0;
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var server = JsonNode.Parse(line)!;
            foreach (var tool in server["tools"]!.AsArray())
            {
                if (tool!["description"]?.GetValue<string>() is { } description && Marked(description) is { } marked && met++ % Every == 0)
                {
                    var alone = new JsonObject
                    {
                        ["server"] = string.Create(CultureInfo.InvariantCulture, $"{server["server"]}-alone"),
                        ["tools"] = new JsonArray(new JsonObject { ["name"] = tool["name"]!.DeepClone(), ["description"] = marked }),
                    };
                    text.Append(alone.ToJsonString()).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    /// <summary>From the first mark to the last; null where there is none.</summary>
    private static string? Marked(string description)
    {
        var (open, close) = (description.IndexOf("[|", StringComparison.Ordinal), description.LastIndexOf("|]", StringComparison.Ordinal));
        return open < 0 || close < open ? null : description[open..(close + 2)];
    }
}
