using McpScan.Modeling;

namespace McpScan.Checks.Capabilities;

/// <summary>What acts on programs, code, databases, browsers and the desktop show.</summary>
internal static class MachineActs
{
    /// <summary>Adds what an act shows; false where its object is none of these things.</summary>
    public static bool See(Observation tool, Act act, Thing thing)
    {
        switch (thing.Nature)
        {
            case "database":
                SeeDatabase(tool, act, thing);
                return true;
            case "query":
                SeeQuery(tool, act);
                return true;
            case "shell":
                SeeShell(tool, act);
                return true;
            case "command" or "process":
                SeeCommand(tool, act, thing);
                return true;
            case "code":
                SeeCode(tool, act);
                return true;
            case "browser":
                SeeBrowser(tool, act);
                return true;
            case "desktop":
                SeeDesktop(tool, act, thing);
                return true;
            default:
                return false;
        }
    }

    private static void SeeDatabase(Observation tool, Act act, Thing thing)
    {
        if (act.Deed == Deed.Execute || (act.IsReading && tool.Parameters.Query is { TakesAnyText: true }))
        {
            SeeStatement(tool, act);
        }
        else if (act.Action is { } action)
        {
            tool.AddData(act, action, thing.Name, thing.Sensitivity);
        }
    }

    /// <summary>A query of whatever is asked: of a database where it is run, or where the name reads one and a parameter takes it.</summary>
    private static void SeeQuery(Observation tool, Act act)
    {
        if ((act.Deed == Deed.Execute && (act.IsName || tool.Parameters.Query is not null)) || (act.IsName && act.IsReading && tool.Parameters.Query is { TakesAnyText: true }))
        {
            SeeStatement(tool, act);
        }
    }

    private static void SeeStatement(Observation tool, Act act)
    {
        var isReading = act.IsReading || tool.Said.IsReadOnly;
        tool.Add(act, new CapabilityTerm("db", isReading ? "read" : "execute", "*"), true, tool.Parameters.Query is { TakesAnyText: false } ? true : null);
    }

    private static void SeeShell(Observation tool, Act act) => tool.Add(
        act,
        new CapabilityTerm("exec", "spawn", "*"),
        act.Deed == Deed.Execute || (act.Deed == Deed.Send && tool.Parameters.Command is not null),
        tool.Parameters.Command is { TakesAnyText: false } ? true : null);

    /// <summary>A command of whatever understands commands: of the machine where a parameter takes it, or where the tool says nothing of parameters.</summary>
    private static void SeeCommand(Observation tool, Act act, Thing thing)
    {
        if (tool.Parameters.Command is not null || (act.IsName && tool.Parameters.Count == 0 && thing.Nature == "command"))
        {
            SeeShell(tool, act);
        }
    }

    /// <summary>An execution of nothing that is named: of what a parameter takes.</summary>
    public static void SeeExecution(Observation tool, Act act)
    {
        if (tool.Parameters.Command is not null)
        {
            SeeShell(tool, act);
        }
        else if (tool.Parameters.Code is not null)
        {
            SeeCode(tool, act);
        }
    }

    private static void SeeCode(Observation tool, Act act)
    {
        if (act.Deed == Deed.Execute)
        {
            tool.Add(act, new CapabilityTerm("code", "eval", "*"), true, tool.Parameters.Code is { TakesAnyText: false } ? true : null);
        }
    }

    private static void SeeBrowser(Observation tool, Act act)
    {
        tool.Add(act, new CapabilityTerm("browser", "control", "*"), act.Deed is not (Deed.Compute or Deed.Look));
        tool.Add(act, new CapabilityTerm("untrusted", "read", "web"), act.IsReading);
    }

    private static void SeeDesktop(Observation tool, Act act, Thing thing)
    {
        if (act.IsReading)
        {
            tool.AddData(act, "read", thing.Name, thing.Sensitivity);
        }
        else
        {
            tool.Add(act, new CapabilityTerm("desktop", "control", "*"), act.Deed is not (Deed.Compute or Deed.Look));
        }
    }
}
