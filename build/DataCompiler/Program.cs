using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

// Turns the YAML that people write (rules, catalogs, lists) into the JSON that a cold start reads.
// It only changes the notation: what a rule means is decided by one loader, Rules/RuleLoader, for both.
//   rules/**/*.yaml          -> rules.json      an array in path order, each with "$path" and without its examples
//   catalogs/*.yaml          -> catalogs/<name>.json
//   catalogs/lists/*.yaml    -> lists/<name>.json
//   catalogs/frameworks/*.yaml -> frameworks/<name>.json
if (args is not [var root, var target])
{
    Console.Error.WriteLine("usage: DataCompiler ROOT TARGET");
    return 2;
}

// Read by the scanner alone, never by a browser: a string without escapes is read as it stands.
var form = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
Directory.CreateDirectory(target);
var rules = Path.Combine(root, "rules");
using (var stream = File.Create(Path.Combine(target, "rules.json")))
using (var json = new Utf8JsonWriter(stream, form))
{
    json.WriteStartArray();
    foreach (var file in YamlFiles(rules, SearchOption.AllDirectories))
    {
        var path = Path.GetRelativePath(root, file).Replace('\\', '/');
        Convert(file, json, member => member == "examples", w => w.WriteString("$path", path));
    }

    json.WriteEndArray();
}

foreach (var (source, name) in new[] { ("catalogs", "catalogs"), ("catalogs/lists", "lists"), ("catalogs/frameworks", "frameworks") })
{
    Directory.CreateDirectory(Path.Combine(target, name));
    foreach (var file in YamlFiles(Path.Combine(root, source), SearchOption.TopDirectoryOnly))
    {
        using var stream = File.Create(Path.Combine(target, name, Path.GetFileNameWithoutExtension(file) + ".json"));
        using var json = new Utf8JsonWriter(stream, form);
        Convert(file, json, static _ => false, static _ => { });
    }
}

return 0;

static IEnumerable<string> YamlFiles(string folder, SearchOption depth) =>
    Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.yaml", depth).OrderBy(f => f.Replace('\\', '/'), StringComparer.Ordinal)
        : [];

static void Convert(string file, Utf8JsonWriter json, Func<string, bool> leaveOut, Action<Utf8JsonWriter> first)
{
    using var reader = new StreamReader(file);
    var parser = new Parser(reader);
    try
    {
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        WriteNode(parser, json, leaveOut, first);
    }
    catch (YamlException e)
    {
        throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}({e.Start.Line},{e.Start.Column}): {e.Message}"), e);
    }
}

static void WriteNode(Parser parser, Utf8JsonWriter json, Func<string, bool> leaveOut, Action<Utf8JsonWriter> first)
{
    if (parser.TryConsume<MappingStart>(out _))
    {
        json.WriteStartObject();
        first(json);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = parser.Consume<Scalar>().Value;
            if (leaveOut(name))
            {
                parser.SkipThisAndNestedEvents();
                continue;
            }

            json.WritePropertyName(name);
            WriteNode(parser, json, static _ => false, static _ => { });
        }

        json.WriteEndObject();
    }
    else if (parser.TryConsume<SequenceStart>(out _))
    {
        json.WriteStartArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            WriteNode(parser, json, static _ => false, static _ => { });
        }

        json.WriteEndArray();
    }
    else
    {
        WriteScalar(parser.Consume<Scalar>(), json);
    }
}

// The core schema of YAML 1.2, as Syntax/YamlReader reads it: only plain scalars can be anything but a string.
static void WriteScalar(Scalar scalar, Utf8JsonWriter json)
{
    if (scalar.Style != ScalarStyle.Plain)
    {
        json.WriteStringValue(scalar.Value);
        return;
    }

    switch (scalar.Value)
    {
        case "" or "~" or "null":
            json.WriteNullValue();
            break;
        case "true" or "false":
            json.WriteBooleanValue(scalar.Value == "true");
            break;
        case var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
            json.WriteNumberValue(number);
            break;
        default:
            json.WriteStringValue(scalar.Value);
            break;
    }
}
