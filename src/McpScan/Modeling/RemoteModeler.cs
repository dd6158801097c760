using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Fills the <see cref="RemoteFields"/> from the members of a remote entry, in the spellings of any client.</summary>
public static class RemoteModeler
{
    /// <summary>The endpoint as a subject draft, with <c>remote:<paramref name="localName"/></c> as its local id.</summary>
    public static SubjectDraft Draft(string localName, DataNode anchor, DataNode definition, EntryCollector entries) =>
        new(SubjectKind.Remote, "remote:" + localName, new Untrusted(localName), anchor, definition, entries.ToEntries());

    /// <summary>Whether a member of that name holds the address; <c>unix:///</c> and <c>pipe:///</c> are addresses too.</summary>
    public static bool IsUrlKey(string name) => name is "url" or "serverUrl" or "server_url" or "httpUrl" or "uri" or "endpoint" or "baseUrl" or "sseUrl";

    /// <summary>Takes a member that says something about the endpoint; false for one that is not its business.</summary>
    public static bool TryAdd(EntryCollector remote, DataMember member)
    {
        var (name, value) = (member.Name.Value, member.Value);
        if (IsUrlKey(name))
        {
            remote.AddOptional(RemoteFields.Url, value);
            return true;
        }

        switch (name)
        {
            case "headers" or "http_headers" or "httpHeaders" or "requestHeaders":
                AddHeaders(remote, value);
                return true;
            case "requestOptions" or "request_options" when value is ObjectNode:
                foreach (var option in value.Members)
                {
                    if (!TryAdd(remote, option))
                    {
                        remote.AddOptional(RemoteFields.Other, option.Value, option.Name);
                    }
                }

                return true;
            case "env_http_headers" or "envHttpHeaders":
                remote.AddMembers(RemoteFields.EnvironmentHeader, value);
                return true;
            case "oauth" or "auth" or "oauth2" or "authentication":
                AddOAuth(remote, value);
                return true;
            case "scopes" or "oauthScopes" or "oauth_scopes":
                remote.AddOptional(RemoteFields.OAuthScope, value);
                return true;
            case "oauth_resource" or "oauthResource":
                remote.AddOptional(RemoteFields.OAuth, value, member.Name);
                return true;
            case "bearer_token_env_var" or "bearerTokenEnvVar":
                remote.AddOptional(RemoteFields.BearerVariable, value);
                return true;
            case "apiKey" or "api_key" or "bearer_token" or "bearerToken" or "token" or "authToken" or "authorization_token" or "accessToken":
                remote.AddOptional(RemoteFields.ApiKey, value);
                return true;
            default:
                return false;
        }
    }

    // A map, or a list of 'Name: value' or {name, value}.
    private static void AddHeaders(EntryCollector remote, DataNode headers)
    {
        if (headers is not ArrayNode)
        {
            remote.AddMembers(RemoteFields.Header, headers);
            return;
        }

        foreach (var header in headers.Items)
        {
            if (header is ScalarNode line && line.Value.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                var start = colon + 1;
                while (start < line.Value.Length && line.Value[start] == ' ')
                {
                    start++;
                }

                remote.Add(RemoteFields.Header, line.Slice(start, line.Value.Length - start), line.Slice(0, colon));
            }
            else if ((header["name"] ?? header["key"]) is ScalarNode name && header["value"] is { } value)
            {
                remote.AddOptional(RemoteFields.Header, value, name);
            }
            else
            {
                remote.AddOptional(RemoteFields.Header, header);
            }
        }
    }

    private static void AddOAuth(EntryCollector remote, DataNode oauth)
    {
        remote.Add(RemoteFields.OAuth, oauth);
        foreach (var member in oauth.Members)
        {
            var field = member.Name.Value switch
            {
                "issuer" or "issuerUrl" or "authServer" or "authServerMetadataUrl" or "authorizationUrl" or "authorization_url" or "authorization_server"
                    or "tokenUrl" or "token_url" => RemoteFields.OAuthIssuer,
                "audience" or "aud" => RemoteFields.OAuthAudience,
                "clientId" or "client_id" or "CLIENT_ID" => RemoteFields.OAuthClientId,
                "clientSecret" or "client_secret" or "CLIENT_SECRET" => RemoteFields.OAuthClientSecret,
                "scopes" or "scope" => RemoteFields.OAuthScope,
                "redirectUri" or "redirect_uri" or "redirectUrl" or "callbackUrl" => RemoteFields.OAuthRedirect,
                _ => RemoteFields.Other,
            };
            remote.AddOptional(field, member.Value, member.Name);
        }
    }
}
