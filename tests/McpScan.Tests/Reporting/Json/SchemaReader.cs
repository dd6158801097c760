using System.Text.Json;
using System.Text.RegularExpressions;

namespace McpScan.Tests.Reporting.Json;

/// <summary>Holds reports against the schema, more strictly than it asks: a member that it does not describe is an error too.</summary>
internal sealed class SchemaReader
{
    private readonly JsonElement _root;
    private readonly HashSet<string> _unseen = new(StringComparer.Ordinal);

    public SchemaReader(JsonElement root)
    {
        _root = root;
        Collect("report", root);
        foreach (var shape in root.GetProperty("$defs").EnumerateObject())
        {
            Collect(shape.Name, shape.Value);
        }
    }

    /// <summary>What is wrong, one line each.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Members that no report so far had.</summary>
    public IEnumerable<string> Unseen => _unseen.Order(StringComparer.Ordinal);

    public void Read(JsonElement report) => ReadObject("report", _root, report);

    private void Collect(string shape, JsonElement schema)
    {
        foreach (var member in schema.GetProperty("properties").EnumerateObject())
        {
            _unseen.Add($"{shape}.{member.Name}");
        }
    }

    private void ReadObject(string shape, JsonElement schema, JsonElement value)
    {
        Check(value.ValueKind == JsonValueKind.Object, $"{shape} is no object");
        foreach (var name in schema.GetProperty("required").EnumerateArray())
        {
            Check(value.TryGetProperty(name.GetString()!, out _), $"{shape} lacks {name}");
        }

        foreach (var member in value.EnumerateObject())
        {
            var path = $"{shape}.{member.Name}";
            _unseen.Remove(path);
            if (schema.GetProperty("properties").TryGetProperty(member.Name, out var type))
            {
                Check(type.GetProperty("description").GetString() is { Length: > 10 }, $"{path} has no description");
                ReadValue(path, type, member.Value);
            }
            else
            {
                Errors.Add($"{path} is not in the schema");
            }
        }
    }

    private void ReadValue(string path, JsonElement type, JsonElement value)
    {
        if (type.TryGetProperty("$ref", out var reference))
        {
            var shape = reference.GetString()!["#/$defs/".Length..];
            ReadObject(shape, _root.GetProperty("$defs").GetProperty(shape), value);
        }
        else if (type.TryGetProperty("enum", out var words))
        {
            Check(words.EnumerateArray().Any(w => w.GetString() == value.GetString()), $"{path}: {value}");
        }
        else
        {
            ReadPlain(path, type, value);
        }
    }

    private void ReadPlain(string path, JsonElement type, JsonElement value)
    {
        switch (type.GetProperty("type").GetString())
        {
            case "string":
                Check(value.ValueKind == JsonValueKind.String, $"{path} is no string");
                Check(!type.TryGetProperty("pattern", out var pattern) || Regex.IsMatch(value.GetString()!, pattern.GetString()!), $"{path}: {value}");
                break;
            case "integer":
                Check(value.TryGetInt32(out var number) && number >= type.GetProperty("minimum").GetInt32(), $"{path}: {value}");
                break;
            case "boolean":
                Check(value.ValueKind is JsonValueKind.True or JsonValueKind.False, $"{path} is no boolean");
                break;
            case "array":
                foreach (var item in value.EnumerateArray())
                {
                    ReadValue(path, type.GetProperty("items"), item);
                }

                break;
            default:
                foreach (var member in value.EnumerateObject())
                {
                    ReadValue(path, type.GetProperty("additionalProperties"), member.Value);
                }

                break;
        }
    }

    private void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            Errors.Add(otherwise);
        }
    }
}
