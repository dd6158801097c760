using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>What a tool can do something to, as <c>catalogs/lists/capability-words.yaml</c> describes it.</summary>
/// <param name="Name">Its name, which is the scope of capabilities over it.</param>
/// <param name="Nature">What it is where it is no record of a service: file, web, database, shell, code, …; <c>data</c> otherwise.</param>
/// <param name="Sensitivity">Whom it hurts when it becomes known.</param>
/// <param name="IsUntrusted">Whether strangers write it.</param>
/// <param name="IsChannel">Whether sending or adding one reaches other people.</param>
internal sealed record Thing(string Name, string Nature, Sensitivity Sensitivity, bool IsUntrusted, bool IsChannel)
{
    public static Thing Read(string name, DataNode entry) => new(
        name,
        entry["is"]?.AsString() ?? "data",
        entry["sensitivity"]?.AsString() switch
        {
            "public" => Sensitivity.Public,
            "personal" => Sensitivity.Personal,
            "secret" => Sensitivity.Secret,
            _ => Sensitivity.Internal,
        },
        entry["untrusted"] is ScalarNode { Value: "true" },
        entry["channel"] is ScalarNode { Value: "true" });
}
