using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Server"/>.</summary>
public static class ServerFields
{
    public static readonly Field Name = New("name", "The name of the server.", isText: true);
    public static readonly Field Title = New("title", "Its display title.", isText: true);
    public static readonly Field Description = New("description", "Its description.", isText: true);
    public static readonly Field Version = New("version", "Its version.");
    public static readonly Field Instructions = New("instructions", "The instructions that an initialize or server/discover result gives the model.", isText: true);
    public static readonly Field ProtocolVersion = New("protocolVersion", "A protocol version that the server speaks.");
    public static readonly Field WebsiteUrl = New("websiteUrl", "Its website.");
    public static readonly Field RepositoryUrl = New("repository.url", "The address of its source.");
    public static readonly Field RepositorySource = New("repository.source", "The forge that holds its source.");
    public static readonly Field Capability = New("capabilities.*", "A protocol capability that the server declares; the key is its name.");
    public static readonly Field IconSource = New("icons.src", "The address of an icon.");
    public static readonly Field Status = New("status", "The status that a registry gives it, such as active or deprecated.");
    public static readonly Field Registration = New("registration", "Its name in an organisation's central registry; the fields from owner to replacement are that entry's.");
    public static readonly Field Owner = New("owner", "Who answers for it.");
    public static readonly Field HealthCheck = New("healthCheck", "The address or setting by which its health is checked.");
    public static readonly Field LastAudit = New("lastAudit", "The day of its last audit.");
    public static readonly Field DeprecationDate = New("deprecationDate", "The day from which it must not be used.");
    public static readonly Field ReplacedBy = New("replacement", "The server that takes its place.");
    public static readonly Field Publisher = New("publisher", "Its author or publisher.", isText: true);
    public static readonly Field License = New("license", "Its licence.");
    public static readonly Field Schema = New("$schema", "The schema that its manifest names.");
    public static readonly Field ToolName = New("tools.*.name", "The name of each of its tools, for questions about the set.");
    public static readonly Field OtherDefinition = New("definitions.other", "The id of an entry before this one that has the same name and starts or reaches something else.");
    public static readonly Field Purpose = New("purpose", "What the server is used for.");
    public static readonly Field DataClassification = New("dataClassification", "The class of data that the server handles, such as internal.");
    public static readonly Field ReviewInterval = New("reviewInterval", "The time between two reviews, as it was written.");
    public static readonly Field ApprovedBy = New("approval.by", "Who approved the server.");
    public static readonly Field ApprovalExpires = New("approval.expires", "The last day of the approval, as it was written.");
    public static readonly Field IncidentContact = New("incidentContact", "Whom to call when something happens.");
    public static readonly Field Meta = New("_meta", "Any value under _meta.", isText: true);
    public static readonly Field Other = New("other", "Any text of a member that its format does not define.", isText: true);
    public static readonly Field Text = Fields.TextOf(SubjectKind.Server);

    public static readonly ImmutableArray<Field> All =
    [
        Name, Title, Description, Version, Instructions, ProtocolVersion, WebsiteUrl, RepositoryUrl,
        RepositorySource, Capability, IconSource, Status, Registration, Owner, HealthCheck, LastAudit, DeprecationDate,
        ReplacedBy, Purpose, DataClassification, ReviewInterval, ApprovedBy, ApprovalExpires, IncidentContact, Publisher,
        License, Schema, ToolName, OtherDefinition, Meta, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Server, name, doc, isText);
}
