using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>
/// Compares a tool that runs as a task with what its server declared of tasks when it was initialised (MCP 2025-11-25). A server whose handshake was not seen is not judged;
/// one that declares no tasks may have tools that could run as one.
/// </summary>
internal sealed class TaskSupport : ICheck
{
    private const string Capability = "tasks";

    public string Name => "task-support";

    public string Summary => "Finds a tool that must run as a task although its server does not declare tasks for tool calls, or one that runs as a task that the server declares no way to cancel.";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("lacks", "What the server lacks: declaration or cancel.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input is not { Entry: { Node: ScalarNode { Value: "optional" or "required" } support } entry, Server.Self: { } server } || server.First(ServerFields.Capability) is null)
        {
            yield break;
        }

        var tasks = TasksOf(server);
        var isDeclared = tasks?["requests"]?["tools"]?["call"] is not null;
        var isLacking = input.Arguments.Text("lacks", "") == "cancel" ? isDeclared && tasks!["cancel"] is null : !isDeclared && support.Value == "required";
        if (isLacking)
        {
            yield return Hit.On(support, entry.Key);
        }
    }

    private static DataNode? TasksOf(Subject server)
    {
        foreach (var entry in server.Select(ServerFields.Capability))
        {
            if (entry.Key?.Value == Capability)
            {
                return entry.Node;
            }
        }

        return null;
    }
}
