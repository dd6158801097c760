using System.Collections.Immutable;
using System.Globalization;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance.Locking;

/// <summary>Reads a lock that was named on the command line. A lock that is not understood whole is not used at all.</summary>
/// <remarks>
/// Members that this version does not know are passed over, since whatever changes the meaning of a lock raises its version; but not at the top: a file that
/// is a lock for one reader and a list of tools for another is none.
/// </remarks>
public sealed class LockReader
{
    private const string Mend = "'mcpscan lock' writes a new one.";
    private const int MaxErrors = 10;

    private readonly ImmutableArray<string>.Builder _errors = ImmutableArray.CreateBuilder<string>();

    private LockReader()
    {
    }

    /// <summary>The lock, or null with what is wrong and the mend, each <c>path(line,column): …</c>.</summary>
    public static LockFile? Read(SourceText source, out ImmutableArray<string> errors)
    {
        var reader = new LockReader();
        var found = reader.Read(JsonReader.Read(source));
        errors = reader._errors.Count <= MaxErrors ? reader._errors.ToImmutable() : [.. reader._errors.Take(MaxErrors), $"And {reader._errors.Count - MaxErrors} more like these."];
        return errors.IsEmpty ? found : null;
    }

    private LockFile? Read(DataDocument document)
    {
        foreach (var notice in document.Notices)
        {
            Error(notice.Location?.Span.Start ?? 0, document.Source, $"The lock is no JSON: {notice.Message} {Mend}");
        }

        if (_errors.Count > 0)
        {
            return null;
        }

        if (document.Root?["lockVersion"] is not { } stated || document.Root is not { } root)
        {
            Error(document.Root?.Span.Start ?? 0, document.Source, $"This is no lock: it has no 'lockVersion'. {Mend}");
            return null;
        }

        if (stated is not ScalarNode { Kind: ScalarKind.Number } version || !int.TryParse(version.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Error(stated, $"'lockVersion' is a whole number. {Mend}");
            return null;
        }

        if (number != LockFile.Version)
        {
            Error(version, number > LockFile.Version
                ? $"The lock is of version {number}, written by a later mcpscan{By(root)}; this one reads version {LockFile.Version}. Update mcpscan, or lock anew with this one."
                : $"There is no version {number} of locks. {Mend}");
            return null;
        }

        foreach (var member in root.Members)
        {
            if (member.Name.Value is not ("lockVersion" or "tool" or "complete" or "pins"))
            {
                Error(member.Name, $"'{new Untrusted(member.Name.Value)}' is no member of a lock. {Mend}");
            }
        }

        return new LockFile(
            Text(root["tool"] ?? root, "version"),
            (root["complete"] as ScalarNode)?.Value == "true",
            [.. Items(root, "pins").Select(Server)]);
    }

    private static string By(DataNode root) => root["tool"]?["version"]?.AsString() is { Length: > 0 and < 40 } version ? $" ({new Untrusted(version)})" : "";

    private LockedServer Server(DataNode node) => new(
        Text(node, "id"),
        Text(node, "name"),
        Text(node, "version"),
        [.. Items(node, "artifacts").Select(item => new LockedArtifact(Text(item, "ecosystem"), Text(item, "name"), Text(item, "version"), Text(item, "digest"), item))],
        [.. Items(node, "reach").Select(item => new LockedReach(Choice<ReachKind>(item, "kind"), Text(item, "value"), item))],
        Definitions(node),
        node);

    /// <summary>A server comes first among its definitions: all that concerns it as a whole is told of it.</summary>
    private ImmutableArray<LockedDefinition> Definitions(DataNode node)
    {
        ImmutableArray<LockedDefinition> definitions = [.. Items(node, "definitions").Select(Definition)];
        if (definitions is not [{ Kind: SubjectKind.Server }, ..] && node["definitions"] is ArrayNode)
        {
            Error(node, $"The lock is damaged: the first definition of a server is the server itself. {Mend}");
        }

        return definitions;
    }

    private LockedDefinition Definition(DataNode node)
    {
        var kind = Choice<SubjectKind>(node, "kind");
        var parts = ImmutableArray.CreateBuilder<LockedPart>();
        foreach (var part in Members(node, "parts"))
        {
            parts.Add(new LockedPart(part.Name.Value, Digest(part.Value), part.Value));
        }

        var schema = ImmutableArray.CreateBuilder<LockedSchema>();
        foreach (var place in Members(node, "schema"))
        {
            var bounds = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var bound in place.Value.Members)
            {
                bounds[bound.Name.Value] = CanonicalJson.Of(bound.Value);
            }

            schema.Add(new LockedSchema(place.Name.Value, bounds.ToImmutable(), place.Value));
        }

        return new LockedDefinition(
            kind, Text(node, "id"), Text(node, "name"), Digest(Member(node, "sha256")), parts.ToImmutable(),
            [.. Items(node, "values").Select(value => Value(kind, value))], schema.ToImmutable(),
            [.. Items(node, "capabilities").Select(item => new LockedCapability(Text(item), item))], node,
            (node["name"] as ScalarNode)?.ContentSpan ?? node.Span);
    }

    private LockedValue Value(SubjectKind kind, DataNode node)
    {
        var name = Text(node, "field");
        if (Fields.Find(kind, name) is not { } field)
        {
            Error(node, $"A {kind.ToString().ToLowerInvariant()} has no field '{new Untrusted(name)}'. {Mend}");
            field = Fields.For(kind)[0];
        }

        var text = node["value"] ?? node["fingerprint"];
        if (text is not ScalarNode { Kind: ScalarKind.String })
        {
            Error(node, $"It has neither 'value' nor 'fingerprint'. {Mend}");
        }

        return new LockedValue(field, node["key"]?.AsString(), text?.AsString() ?? "", text ?? node);
    }

    private string Digest(DataNode? node)
    {
        if (node is ScalarNode { Kind: ScalarKind.String, Value.Length: 64 } digest && digest.Value.All(char.IsAsciiHexDigitLower))
        {
            return digest.Value;
        }

        if (node is not null)
        {
            Error(node, $"A digest has 64 hexadecimal digits. {Mend}");
        }

        return "";
    }

    private T Choice<T>(DataNode parent, string name)
        where T : struct, Enum
    {
        var text = Text(parent, name);
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        if (parent[name] is { } node)
        {
            Error(node, $"'{name}' is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}. {Mend}");
        }

        return default;
    }

    private string Text(DataNode parent, string name)
    {
        var node = Member(parent, name);
        return node is null ? "" : Text(node);
    }

    private string Text(DataNode node)
    {
        if (node is not ScalarNode { Kind: ScalarKind.String })
        {
            Error(node, $"Here stands a text. {Mend}");
        }

        return node.AsString() ?? "";
    }

    private DataNode[] Items(DataNode parent, string name)
    {
        var node = Member(parent, name);
        if (node is not null and not ArrayNode)
        {
            Error(node, $"'{name}' is a list. {Mend}");
        }

        return node is null ? [] : node.Items.ToArray();
    }

    private DataMember[] Members(DataNode parent, string name)
    {
        var node = Member(parent, name);
        if (node is not null and not ObjectNode)
        {
            Error(node, $"'{name}' is an object. {Mend}");
        }

        return node is null ? [] : node.Members.ToArray();
    }

    private DataNode? Member(DataNode parent, string name)
    {
        var node = parent[name];
        if (node is null)
        {
            Error(parent, $"The lock is damaged: '{name}' is missing here. {Mend}");
        }

        return node;
    }

    private void Error(DataNode node, string message) => Error(node.Span.Start, node.Source, message);

    private void Error(int offset, SourceText source, string message) => _errors.Add(source.MessageAt(offset, message));
}
