using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Tests.Modeling;

public class ToolModelerTests
{
    private const string Rich = """
        {
          "name": "rich", "title": "T", "description": "D", "x-note": {"deep": ["n1", {"k": "n2"}]},
          "annotations": {"title": "AT", "readOnlyHint": true, "destructiveHint": "yes", "vendorHint": "vh"},
          "execution": {"taskSupport": "optional", "more": "em"},
          "icons": [{"src": "https://i.example/a.png", "mimeType": "image/png", "sizes": ["48x48"]}],
          "_meta": {"ui": {"resourceUri": "ui://a/b", "visibility": ["app", "model"], "else": "me"}, "ui/resourceUri": "ui://c/d", "com.example/k": ["m1"]},
          "inputSchema": {
            "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "title": "ST", "description": "SD", "x-hidden": "SX",
            "properties": {
              "city": {"type": ["string", "null"], "title": "CT", "description": "CD", "default": {"a": ["dv"]}, "enum": ["e1", 2], "const": "cv", "examples": ["ex"],
                       "pattern": "^a", "format": "uri", "maxLength": 5, "$comment": "cc", "x-mcp-header": "X-City", "x-more": "pm"},
              "list": {"type": "array", "items": {"type": "object", "properties": {"inner": {"anyOf": [{"type": "string", "description": "branch"}, {"$ref": "#/$defs/d"}]}}, "required": ["inner"]}},
              "map": {"type": "object", "additionalProperties": {"description": "AP"}, "propertyNames": {"pattern": "^p"}},
              "odd": "a bare text"
            },
            "allOf": [{"if": {"properties": {"late": {"description": "LD"}}}, "then": {"description": "then"}, "not": {"title": "not"}}],
            "$defs": {"d": {"description": "def", "properties": {"indef": true}}},
            "dependentRequired": {"city": ["list"]}, "patternProperties": {"^S_": {"type": "string"}},
            "required": ["city", 3], "additionalProperties": "hostile"
          },
          "outputSchema": {"type": "object", "properties": {"secretName": {"description": "OD", "enum": ["o1"]}}, "$ref": "https://e.example/s", "x-out": "OX"},
          "capabilities": ["fs:read:/tmp"]
        }
        """;

    [Fact]
    public void EveryStringOfADefinitionIsInExactlyOneEntry()
    {
        var tool = Take.Tool(Rich);
        var expected = new List<ScalarNode>();
        Collect(tool.Definition, expected);

        var names = NameNodes(tool.Definition).ToHashSet(ReferenceEqualityComparer.Instance);
        var actual = tool.Entries.Select(e => e.Node).OfType<ScalarNode>().Where(s => s.Kind == ScalarKind.String).ToList();
        actual.Where(s => !names.Contains(s)).Select(Show).Order(StringComparer.Ordinal)
            .ShouldBe(expected.Select(Show).Order(StringComparer.Ordinal));
        var inNames = tool.Entries.Select(e => e.Node).Where(names.Contains).ToList();
        inNames.ToHashSet(ReferenceEqualityComparer.Instance).Count.ShouldBe(inNames.Count);
        inNames.Select(n => ((ScalarNode)n).Value).ShouldBe(
            ["x-note", "deep", "k", "vendorHint", "more", "com.example/k", "x-hidden", "city", "a", "x-more", "list", "inner", "map", "odd", "late", "d", "indef", "city", "^S_",
             "secretName", "x-out"], ignoreOrder: true);
    }

    [Fact]
    public void ParametersAtAnyDepthAreNamed()
    {
        var tool = Take.Tool(Rich);

        tool.Select(ToolFields.ParameterName).Select(e => ((ScalarNode)e.Node).Value).ShouldBe(["city", "list", "inner", "map", "odd", "late", "indef"]);
        tool.Values(ToolFields.ParameterDescription).ShouldBe(["city=CD", "inner=branch", "map=AP", "odd=a bare text", "late=LD"]);
        tool.Values(ToolFields.ParameterType).ShouldBe(["city=string", "city=null", "list=array", "list=object", "inner=string", "map=object"]);
        tool.Values(ToolFields.ParameterDefault).ShouldBe(["city=a", "city=dv"]);
        tool.Values(ToolFields.ParameterEnum).ShouldBe(["city=e1", "city=2"]);
        tool.Values(ToolFields.ParameterHeader).ShouldBe(["city=X-City"]);
        tool.Values(ToolFields.Required).ShouldBe(["list=inner", "city"]);
        tool.Values(ToolFields.SchemaReference).ShouldBe(["inner=#/$defs/d", "https://e.example/s"]);
        tool.Values(ToolFields.InputSchemaType).ShouldBe(["object"]);
        tool.Values(ToolFields.SchemaText).ShouldContain("SX");
        tool.Values(ToolFields.SchemaText).ShouldContain("def");
        tool.Values(ToolFields.OutputText).ShouldContain("secretName");
        tool.Values(ToolFields.UiVisibility).ShouldBe(["visibility=app", "visibility=model"]);
        tool.Values(ToolFields.ReadOnlyHint).ShouldBe(["true"]);
        tool.Values(ToolFields.Other).ShouldContain("x-note=n2");
        tool.Values(ToolFields.Capability).ShouldBe(["fs:read:/tmp"]);
    }

    [Theory]
    [InlineData("""{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object","properties":{"p":{"description":"pd"}}}}}""")]
    [InlineData("""{"name":"f","description":"d","parameters":{"type":"object","properties":{"p":{"description":"pd"}}}}""")]
    [InlineData("""{"name":"f","description":"d","input_schema":{"type":"object","properties":{"p":{"description":"pd"}}}}""")]
    [InlineData("""{"name":"f","description":"d","parameters":{"p":{"type":"string","description":"pd"}}}""")]
    [InlineData("""{"name":"f","description":"d","arguments":[{"name":"p","type":"string","desc":"pd","optional":true}]}""")]
    [InlineData("""{"name":"f","description":"d","arguments":[{"name":"p","items":{"description":"pd"}}]}""")]
    public void OtherSpellingsGiveTheSameFields(string definition)
    {
        var tool = Take.Tool(definition);

        tool.Name.Raw.ShouldBe("f");
        tool.Values(ToolFields.Name).ShouldBe(["f"]);
        tool.Values(ToolFields.Description).ShouldBe(["d"]);
        tool.Select(ToolFields.ParameterName).Select(e => ((ScalarNode)e.Node).Value).ShouldBe(["p"]);
        tool.Values(ToolFields.ParameterDescription).ShouldBe(["p=pd"]);
        tool.Select(ToolFields.InputSchema).Count().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void WhatIsNoToolIsAnErrorAndCostsNoOther()
    {
        var inventory = Take.Inventory(("tools.json", """{"tools":[1,"x",{},[],{"name":"real","description":"d"},null]}"""));

        inventory.Servers.ShouldHaveSingleItem().Tools.ShouldHaveSingleItem().Name.Raw.ShouldBe("real");
        inventory.Notices.Length.ShouldBe(5);
        inventory.Notices.ShouldAllBe(n => n.Severity == McpScan.Text.NoticeSeverity.Error && n.Path == "tools.json");
    }

    [Fact]
    public void TenThousandParametersAndAReferenceLoopAreReadWhole()
    {
        var properties = string.Join(",", Enumerable.Range(0, 10_000).Select(i => $$"""
            "p{{i}}":{"$ref":"#/$defs/a"}
            """));
        var tool = Take.Tool("""{"name":"big","inputSchema":{"type":"object","properties":{P},"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}}""".Replace("{P}", "{" + properties + "}", StringComparison.Ordinal));

        tool.Select(ToolFields.ParameterName).Count().ShouldBe(10_000);
        tool.Select(ToolFields.SchemaReference).Count().ShouldBe(10_002);
    }

    [Fact]
    public void AYamlTreeThatUnfoldsWithoutEndIsCutAndSaysSo()
    {
        var yaml = "name: bomb\ndescription: d\ninputSchema: {type: object}\n"
            + "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 8).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        var inventory = Take.Inventory(("bomb.yaml", yaml));

        inventory.Servers.ShouldHaveSingleItem().Tools.ShouldHaveSingleItem().Entries.Length.ShouldBeLessThanOrEqualTo(EntryCollector.MaxVisits + 100);
        inventory.Notices.ShouldContain(n => n.Severity == McpScan.Text.NoticeSeverity.Error);
    }

    private static string Show(ScalarNode node) => $"{node.Span.Start}:{node.Value}";

    private static void Collect(DataNode node, List<ScalarNode> strings)
    {
        if (node is ScalarNode { Kind: ScalarKind.String } scalar)
        {
            strings.Add(scalar);
        }

        foreach (var item in node.Items)
        {
            Collect(item, strings);
        }

        foreach (var member in node.Members)
        {
            Collect(member.Value, strings);
        }
    }

    private static List<ScalarNode> NameNodes(DataNode node)
    {
        var names = new List<ScalarNode>();
        foreach (var item in node.Items)
        {
            names.AddRange(NameNodes(item));
        }

        foreach (var member in node.Members)
        {
            names.Add(member.Name);
            names.AddRange(NameNodes(member.Value));
        }

        return names;
    }
}
