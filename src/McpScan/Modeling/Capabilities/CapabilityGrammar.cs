using System.Collections.Immutable;
using System.Globalization;

namespace McpScan.Modeling;

/// <summary>
/// Reads capabilities as manifests write them: capgate's grammar 0.0, <c>kind:actions:scope[?key=value&amp;…]</c>, where quoted parts may hold colons. McpScan's
/// own kinds are not read: a manifest cannot declare them.
/// </summary>
public static class CapabilityGrammar
{
    /// <summary>The version of the grammar.</summary>
    public const string Version = "0.0";

    private const int MaxParts = 8;

    /// <summary>The term, or why the text is none.</summary>
    /// <param name="text">A capability as it was written.</param>
    /// <param name="problem">What is wrong and where in the text; null where nothing is.</param>
    public static CapabilityTerm? Parse(string text, out CapabilityProblem? problem)
    {
        var parts = Split(text);
        problem = FindProblem(text, parts);
        if (problem is not null)
        {
            return null;
        }

        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var refinements = mark < 0 ? "" : text[(mark + 1)..];
        return parts[0].Text is "clock" or "assert"
            ? new CapabilityTerm(parts[0].Text, [], text[parts[1].Start..(mark < 0 ? text.Length : mark)], refinements)
            : new CapabilityTerm(parts[0].Text, [.. parts[1].Text.Split(',').Select(static action => action.Trim())], text[parts[2].Start..(mark < 0 ? text.Length : mark)], refinements);
    }

    /// <summary>A term of McpScan's own lists, of any kind and with any scope.</summary>
    public static CapabilityTerm ParseOwn(string text)
    {
        var parts = text.Split(':', 3);
        return parts.Length == 2 ? new CapabilityTerm(parts[0], [], parts[1]) : new CapabilityTerm(parts[0], [.. parts[1].Split(',')], parts[2]);
    }

    private static CapabilityProblem? FindProblem(string text, List<Part> parts)
    {
        var kind = parts[0];
        if (parts.Count < 2)
        {
            return new CapabilityProblem(0, text.Length, "A capability needs a kind and a scope, such as 'fs:read:/data/**'.");
        }

        return kind.Text switch
        {
            "fs" => FindShapeProblem(text, parts, 3, "fs:<actions>:<path>") ?? FindActionProblem(parts) ?? parts[2].Unless(parts[2].Text.StartsWith('/'), "A path in a capability must be absolute."),
            "net" => (parts.Count == 4 ? null : FindShapeProblem(text, parts, 3, "net:connect:<host>[:<port>]")) ?? FindActionProblem(parts) ?? FindScopeProblem(parts[2])
                ?? (parts.Count == 3 ? null : parts[3].Unless(IsPort(parts[3].Text), "A port in a capability must be a number from 1 to 65535.")),
            "exec" => FindShapeProblem(text, parts, 3, "exec:spawn:<program>") ?? FindActionProblem(parts) ?? FindScopeProblem(parts[2])
                ?? parts[2].Unless(!parts[2].Text.Contains('/', StringComparison.Ordinal), "A program in a capability is a name without folders."),
            "env" => FindShapeProblem(text, parts, 3, "env:<actions>:<NAME>") ?? FindActionProblem(parts)
                ?? parts[2].Unless(IsVariable(parts[2].Text), "An environment variable in a capability is written in upper case with underscores."),
            "ipc" => FindShapeProblem(text, parts, 3, "ipc:connect:<socket>") ?? FindActionProblem(parts) ?? FindScopeProblem(parts[2]),
            "clock" => FindShapeProblem(text, parts, 2, "clock:<source>") ?? parts[1].Unless(parts[1].Text is "system" or "tzdata", "A clock in a capability is 'system' or 'tzdata'."),
            "assert" => null,
            _ => kind.Unless(false, "The kind of a capability is one of fs, net, exec, env, ipc, clock, assert."),
        };
    }

    /// <summary>The parts between colons outside quotes, without the refinements behind a question mark; at least one.</summary>
    private static List<Part> Split(string capability)
    {
        var mark = capability.IndexOf('?', StringComparison.Ordinal);
        var end = mark < 0 ? capability.Length : mark;
        List<Part> parts = [];
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= end && parts.Count < MaxParts; i++)
        {
            if (i < end && capability[i] == '"')
            {
                quoted = !quoted;
            }
            else if (i == end || (capability[i] == ':' && !quoted))
            {
                parts.Add(new Part(start, capability[start..i]));
                start = i + 1;
            }
        }

        return parts;
    }

    private static CapabilityProblem? FindShapeProblem(string text, List<Part> parts, int count, string shape) =>
        parts.Count == count ? null : new CapabilityProblem(0, text.Length, $"A capability of the kind '{parts[0].Text}' is written '{shape}'.");

    private static CapabilityProblem? FindActionProblem(List<Part> parts)
    {
        var allowed = CapabilityKinds.Find(parts[0].Text)!.Actions;
        var at = parts[1].Start;
        foreach (var action in parts[1].Text.Split(','))
        {
            if (!allowed.Contains(action.Trim()))
            {
                return new CapabilityProblem(at, action.Length, $"An action of this kind of capability is one of: {string.Join(", ", allowed)}.");
            }

            at += action.Length + 1;
        }

        return null;
    }

    private static CapabilityProblem? FindScopeProblem(Part scope) => scope.Unless(scope.Text.Length > 0, "A capability names what it reaches; '*' is anything.");

    private static bool IsPort(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535;

    private static bool IsVariable(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!(char.IsAsciiLetterUpper(name[i]) || name[i] == '_' || (i > 0 && char.IsAsciiDigit(name[i]))))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private readonly record struct Part(int Start, string Text)
    {
        public CapabilityProblem? Unless(bool isRight, string words) => isRight ? null : new CapabilityProblem(Start, Text.Length, words);
    }
}

/// <summary>Why a text is no capability.</summary>
/// <param name="Start">Where in the text the trouble begins.</param>
/// <param name="Length">How much of it is in trouble.</param>
/// <param name="Words">A sentence.</param>
public sealed record CapabilityProblem(int Start, int Length, string Words);
