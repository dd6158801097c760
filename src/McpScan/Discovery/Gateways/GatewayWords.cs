using McpScan.Modeling;

namespace McpScan.Discovery.Gateways;

/// <summary>What the members of a gateway's sections are called, in every spelling that is known.</summary>
internal static class GatewayWords
{
    private static readonly string[] Rates =
    [
        "per_second", "per_minute", "per_hour", "per_day", "per_week", "per_month", "PerSecond", "PerMinute", "PerHour", "PerDay", "PerWeek", "PerMonth",
        "rpm", "rps", "rate", "rate_limit", "max_calls", "maxCalls",
    ];

    /// <summary>Whether only the entry of a central registry has a member of that name.</summary>
    public static bool MarksRegistration(string name) => OfRegistration(name) is { } field && (field == ServerFields.LastAudit || field == ServerFields.DeprecationDate);

    /// <summary>Whether a member settles who may call a server: its OAuth, or the scopes of its tools.</summary>
    public static bool SettlesAccess(string name) => name == "oauth2" || IsToolScopes(name);

    public static bool IsToolScopes(string name) => name is "tool_scopes" or "toolScopes";

    public static bool MarksLimits(string name) => name is "per_user" or "perUser" or "per_department" or "perDepartment" || IsPerTool(name);

    public static bool IsPerTool(string name) => name is "per_tool" or "perTool";

    public static bool MarksAgent(string name) => IsAllowed(name) || IsDenied(name);

    public static bool IsAllowed(string name) => name is "allowed_servers" or "allowedServers";

    public static bool IsDenied(string name) => name is "denied_servers" or "deniedServers";

    /// <summary>The field of a server that a member of its entry in a registry fills, or null.</summary>
    public static Field? OfRegistration(string name) => name switch
    {
        "owner" or "owners" or "owned_by" => ServerFields.Owner,
        "status" or "lifecycle" => ServerFields.Status,
        "health_check" or "healthCheck" or "health" => ServerFields.HealthCheck,
        "last_audit" or "lastAudit" or "last_audited" => ServerFields.LastAudit,
        "deprecation_date" or "deprecationDate" or "deprecated_on" => ServerFields.DeprecationDate,
        "replacement" or "replaced_by" or "replacedBy" => ServerFields.ReplacedBy,
        "description" => ServerFields.Description,
        "title" => ServerFields.Title,
        "license" or "licence" => ServerFields.License,
        _ => null,
    };

    /// <summary>The field that a member of a tool's limit fills, or null.</summary>
    public static Field? OfLimit(string name) => name switch
    {
        "tool" or "name" => LimitFields.Tool,
        "server" => LimitFields.Server,
        "requires_human_approval" or "requiresHumanApproval" or "human_approval" or "requires_approval" or "requiresApproval" => LimitFields.Approval,
        "requires_approval_above" or "requiresApprovalAbove" or "approval_above" => LimitFields.ApprovalAbove,
        _ when IsRate(name) => LimitFields.Rate,
        _ => null,
    };

    /// <summary>Whether a member says how many calls a span of time lets through.</summary>
    public static bool IsRate(string name) => Array.Exists(Rates, end => name.EndsWith(end, StringComparison.Ordinal));
}
