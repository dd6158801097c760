using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Tool"/>.</summary>
public static class ToolFields
{
    public static readonly Field Name = New("name", "The programmatic name that a client calls.", isText: true);
    public static readonly Field Title = New("title", "The display title.", isText: true);
    public static readonly Field Description = New("description", "The description that the model reads.", isText: true);
    public static readonly Field AnnotationTitle = New("annotations.title", "The title in the annotations, shown where there is no other.", isText: true);
    public static readonly Field ReadOnlyHint = New("annotations.readOnlyHint", "The annotation readOnlyHint.");
    public static readonly Field DestructiveHint = New("annotations.destructiveHint", "The annotation destructiveHint.");
    public static readonly Field IdempotentHint = New("annotations.idempotentHint", "The annotation idempotentHint.");
    public static readonly Field OpenWorldHint = New("annotations.openWorldHint", "The annotation openWorldHint.");
    public static readonly Field TaskSupport = New("execution.taskSupport", "Whether calls can run as tasks (MCP 2025-11-25 only).");
    public static readonly Field IconSource = New("icons.src", "The address of an icon.");
    public static readonly Field InputSchema = New("inputSchema", "The input schema as a whole.");
    public static readonly Field InputSchemaType = New("inputSchema.type", "The type at the root of the input schema.");
    public static readonly Field InputSchemaDialect = New("inputSchema.$schema", "The dialect that the input schema names.");
    public static readonly Field Parameter = New("parameters.*", "The schema of a parameter at any depth of the input schema; the key is its name.");
    public static readonly Field ParameterName = New("parameters.*.name", "The name of a parameter.", isText: true);
    public static readonly Field ParameterType = New("parameters.*.type", "A type of a parameter.");
    public static readonly Field ParameterTitle = New("parameters.*.title", "The title of a parameter.", isText: true);
    public static readonly Field ParameterDescription = New("parameters.*.description", "The description of a parameter.", isText: true);
    public static readonly Field ParameterDefault = New("parameters.*.default", "The default of a parameter, each scalar in it.", isText: true);
    public static readonly Field ParameterEnum = New("parameters.*.enum", "A value of the enum of a parameter.", isText: true);
    public static readonly Field ParameterConst = New("parameters.*.const", "The const of a parameter.", isText: true);
    public static readonly Field ParameterExample = New("parameters.*.examples", "An example value of a parameter.", isText: true);
    public static readonly Field ParameterPattern = New("parameters.*.pattern", "The pattern of a parameter.", isText: true);
    public static readonly Field ParameterFormat = New("parameters.*.format", "The format of a parameter.", isText: true);
    public static readonly Field ParameterMaxLength = New("parameters.*.maxLength", "The maximum length of a parameter.");
    public static readonly Field ParameterComment = New("parameters.*.$comment", "The comment in the schema of a parameter.", isText: true);
    public static readonly Field ParameterHeader = New("parameters.*.x-mcp-header", "The HTTP header that mirrors a parameter (MCP 2026-07-28).");
    public static readonly Field Required = New("required", "A name in a required list of the input schema.");
    public static readonly Field AdditionalProperties = New("inputSchema.additionalProperties", "Whether the root of the input schema takes unknown members.");
    public static readonly Field SchemaReference = New("schema.$ref", "A reference in the input or the output schema.");
    public static readonly Field SchemaText = New("schema.text", "Any other text in the input schema: titles and descriptions of the root, of definitions and of branches, unknown keywords.", isText: true);
    public static readonly Field OutputSchema = New("outputSchema", "The output schema as a whole.");
    public static readonly Field OutputSchemaType = New("outputSchema.type", "The type at the root of the output schema.");
    public static readonly Field OutputText = New("outputSchema.text", "Any text in the output schema, property names included.", isText: true);
    public static readonly Field Meta = New("_meta", "Any value under _meta.", isText: true);
    public static readonly Field UiResource = New("_meta.ui.resourceUri", "The UI resource that the tool renders (MCP Apps).");
    public static readonly Field UiVisibility = New("_meta.ui.visibility", "Who may call the tool: model, app.");
    public static readonly Field Capability = New("capabilities", "A capability that a capability manifest declares for the tool.");
    public static readonly Field Other = New("other", "Any value of a member that no version of MCP defines.", isText: true);
    public static readonly Field Text = Fields.TextOf(SubjectKind.Tool);

    public static readonly ImmutableArray<Field> All =
    [
        Name, Title, Description, AnnotationTitle, ReadOnlyHint, DestructiveHint, IdempotentHint, OpenWorldHint,
        TaskSupport, IconSource, InputSchema, InputSchemaType, InputSchemaDialect, Parameter, ParameterName,
        ParameterType, ParameterTitle, ParameterDescription, ParameterDefault, ParameterEnum, ParameterConst,
        ParameterExample, ParameterPattern, ParameterFormat, ParameterMaxLength, ParameterComment, ParameterHeader,
        Required, AdditionalProperties, SchemaReference, SchemaText, OutputSchema, OutputSchemaType, OutputText,
        Meta, UiResource, UiVisibility, Capability, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Tool, name, doc, isText);
}
