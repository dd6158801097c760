using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Remote"/>.</summary>
public static class RemoteFields
{
    public static readonly Field Url = New("url", "The address of the endpoint.");
    public static readonly Field Transport = New("transport", "The transport that the entry names, as it was written.");
    public static readonly Field Header = New("headers.*", "A header that is sent; the key is its name.");
    public static readonly Field EnvironmentHeader = New("headers.env.*", "A header whose value comes from an environment variable or from the user; the key is its name.");
    public static readonly Field OAuth = New("oauth", "The OAuth settings as a whole.");
    public static readonly Field OAuthIssuer = New("oauth.issuer", "The issuer of tokens.");
    public static readonly Field OAuthAudience = New("oauth.audience", "The audience that tokens are issued for.");
    public static readonly Field OAuthClientId = New("oauth.clientId", "The client id.");
    public static readonly Field OAuthClientSecret = New("oauth.clientSecret", "The client secret.");
    public static readonly Field OAuthScope = New("oauth.scopes", "A scope that is asked for.");
    public static readonly Field OAuthRedirect = New("oauth.redirectUri", "A redirect address.");
    public static readonly Field BearerVariable = New("bearerVariable", "The environment variable that holds a bearer token.");
    public static readonly Field ApiKey = New("apiKey", "An API key that the entry carries.");
    public static readonly Field Gateway = New("gateway", "Its name in a gateway's configuration that settles OAuth for each server.");
    public static readonly Field ToolScope = New("toolScopes.*", "A scope that a gateway requires for a tool; the key is the tool.");
    public static readonly Field ToolScopes = New("toolScopes.*.entry", "What a gateway says about the scopes of a tool, as a whole; the key is the tool.");
    public static readonly Field AutoApprove = New("autoApprove", "A tool name, wildcard or switch that takes away the prompt before a call.");
    public static readonly Field Disabled = New("disabled", "Whether the entry is switched off.");
    public static readonly Field ToolFilter = New("tools", "The tools that the entry allows or leaves out.");
    public static readonly Field Helper = New("helpers.*", "A command that the entry makes the client run, such as a headers helper; the key is the setting.");
    public static readonly Field Description = New("description", "The description that the entry carries.", isText: true);
    public static readonly Field Other = New("other", "Any scalar of a member that the client does not define.");
    public static readonly Field Text = Fields.TextOf(SubjectKind.Remote);

    public static readonly ImmutableArray<Field> All =
    [
        Url, Transport, Header, EnvironmentHeader, OAuth, OAuthIssuer, OAuthAudience, OAuthClientId, OAuthClientSecret, OAuthScope,
        OAuthRedirect, BearerVariable, ApiKey, Gateway, ToolScope, ToolScopes, AutoApprove, Disabled, ToolFilter, Helper, Description, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Remote, name, doc, isText);
}
