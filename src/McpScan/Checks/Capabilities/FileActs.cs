using McpScan.Modeling;

namespace McpScan.Checks.Capabilities;

/// <summary>What acts on files and addresses show: paths of the machine where a parameter takes them, else records of a service.</summary>
internal static class FileActs
{
    public static void See(Observation tool, Act act, Thing thing)
    {
        switch (thing.Nature)
        {
            case "file":
                SeeFile(tool, act);
                break;
            case "web":
                SeeWeb(tool, act, thing);
                break;
            default:
                SeeAddress(tool, act);
                break;
        }
    }

    private static void SeeFile(Observation tool, Act act)
    {
        var verb = act.Evidence.Words;
        if (verb.StartsWith("set", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("switch", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("change", StringComparison.OrdinalIgnoreCase))
        {
            // To set a folder is to choose it.
            return;
        }

        var isDownload = act.Deed == Deed.Fetch && tool.Parameters.Address is not null;
        if (isDownload)
        {
            SeeAddress(tool, act);
        }

        var isHere = tool.Parameters is { IsElsewhere: false, Path: not null } && !tool.Said.IsElsewhere;
        var action = isDownload && isHere ? "write" : act.Deed switch
        {
            Deed.Upload or Deed.Send => isHere ? "read" : "create",
            Deed.Create or Deed.Change => isHere ? "write" : act.Action,
            _ => isDownload ? null : act.Action,
        };
        if (action is null)
        {
            return;
        }

        if (isHere)
        {
            var path = tool.Parameters.Path!;
            var scope = path.TakesAnyText ? "/**" : ScopeReader.PathOf(path.Schema) ?? "/**";
            tool.Add(act, new CapabilityTerm("fs", action, scope), true, path.TakesAnyText && !tool.Said.IsKept ? null : true);
        }
        else
        {
            tool.AddData(act, action, "file", Sensitivity.Internal);
        }
    }

    private static void SeeWeb(Observation tool, Act act, Thing thing)
    {
        if (!act.IsReading)
        {
            return;
        }

        if (tool.Parameters.Address is not null)
        {
            SeeAddress(tool, act);
        }
        else
        {
            tool.Add(act, new CapabilityTerm("untrusted", "read", thing.Name), true);
        }
    }

    /// <summary>An address that the caller gives.</summary>
    public static void SeeAddress(Observation tool, Act act)
    {
        if (tool.Parameters.Address is { } address && (act.IsReading || act.Deed == Deed.Send))
        {
            var host = address.TakesAnyText ? "*" : ScopeReader.HostOf(address.Schema) ?? "*";
            tool.Add(act, new CapabilityTerm("net", "connect", host), true, address.TakesAnyText ? null : true);
            tool.Add(act, new CapabilityTerm("untrusted", "read", "web"), address.TakesAnyText && act.IsReading);
        }
    }
}
