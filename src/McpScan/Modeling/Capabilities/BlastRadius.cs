namespace McpScan.Modeling;

/// <summary>What an act does to the world, in the order of how far it reaches.</summary>
public enum Operation
{
    /// <summary>Nothing changes.</summary>
    Read,

    /// <summary>Something comes to be beside what is there.</summary>
    Create,

    /// <summary>Something that is there becomes another.</summary>
    Change,

    /// <summary>Something leaves for other people or machines.</summary>
    Send,

    /// <summary>Something is gone.</summary>
    Delete,

    /// <summary>Something runs, and can do any of the others.</summary>
    Execute,
}

/// <summary>How far a capability reaches.</summary>
/// <param name="Operation">The farthest operation it permits.</param>
/// <param name="IsBounded">Whether something keeps it to a part of its kind: a scope, an enum, a pattern.</param>
/// <param name="IsReversible">Whether what it did can be undone.</param>
public sealed record BlastRadius(Operation Operation, bool IsBounded, bool IsReversible)
{
    /// <summary>The radius of a term by itself.</summary>
    public static BlastRadius Of(CapabilityTerm term)
    {
        var operation = Operation.Read;
        foreach (var action in term.Actions)
        {
            var own = OperationOf(action);
            operation = own > operation ? own : operation;
        }

        return new BlastRadius(operation, !term.IsWildcard, operation is Operation.Read or Operation.Create);
    }

    private static Operation OperationOf(string action) => action switch
    {
        "create" => Operation.Create,
        "write" or "change" or "inject" => Operation.Change,
        "connect" or "send" or "move" => Operation.Send,
        "delete" => Operation.Delete,
        "spawn" or "eval" or "execute" or "control" => Operation.Execute,
        _ => Operation.Read,
    };
}
