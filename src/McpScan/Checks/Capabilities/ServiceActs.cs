using McpScan.Modeling;

namespace McpScan.Checks.Capabilities;

/// <summary>What acts on records of services, on memories, agents, clouds and money show.</summary>
internal static class ServiceActs
{
    public static void See(Observation tool, Act act, Thing thing)
    {
        switch (thing.Nature)
        {
            case "memory":
                SeeMemory(tool, act);
                break;
            case "agent":
                SeeAgent(tool, act);
                break;
            case "cloud":
                SeeCloud(tool, act, thing);
                break;
            case "money":
                SeeMoney(tool, act, thing);
                break;
            case "clock":
                tool.Add(act, new CapabilityTerm("clock", [], "system"), act.IsReading);
                break;
            default:
                SeeData(tool, act, thing);
                break;
        }
    }

    /// <summary>Something that the vocabulary does not know: what the name itself says of it.</summary>
    public static void SeeUnknown(Observation tool, Act act)
    {
        if (act.Deed == Deed.Fetch && tool.Parameters.Address is not null)
        {
            FileActs.SeeAddress(tool, act);
        }
        else if (act.Unknown is "time" or "date" or "datetime")
        {
            tool.Add(act, new CapabilityTerm("clock", [], "system"), act.IsReading);
        }
        else if (act is { IsName: true, Unknown.Length: > 0 } && act.Action is { } action)
        {
            tool.AddUnknown(act, action);
        }
        else if (act.Deed == Deed.Execute && act.Unknown.Length == 0)
        {
            MachineActs.SeeExecution(tool, act);
        }
    }

    /// <summary>A record of a service.</summary>
    private static void SeeData(Observation tool, Act act, Thing thing)
    {
        if (act.Deed == Deed.Send || (thing.IsChannel && act.Deed == Deed.Create))
        {
            tool.Add(act, new CapabilityTerm("message", "send", thing.Name), thing.IsChannel);
        }

        if (act.Action is { } action)
        {
            tool.AddData(act, action, thing.Name, thing.Sensitivity);
        }

        if (act.IsReading && thing.IsUntrusted)
        {
            tool.Add(act, new CapabilityTerm("untrusted", "read", thing.Name), true);
        }
    }

    private static void SeeMemory(Observation tool, Act act)
    {
        var action = act.Deed switch
        {
            Deed.Read or Deed.Fetch => "read",
            Deed.Create or Deed.Change => "write",
            Deed.Delete => "delete",
            _ => "",
        };
        tool.Add(act, new CapabilityTerm("memory", action, "*"), action.Length > 0);
    }

    private static void SeeAgent(Observation tool, Act act)
    {
        tool.Add(act, new CapabilityTerm("agent", "spawn", "*"), act.Deed is Deed.Execute or Deed.Send or Deed.Create);
        if (act.Deed != Deed.Create && act.Action is { } action)
        {
            tool.AddData(act, action, "agent", Sensitivity.Internal);
        }
    }

    private static void SeeCloud(Observation tool, Act act, Thing thing)
    {
        var action = act.Deed == Deed.Execute ? "execute" : act.Action;
        tool.Add(act, new CapabilityTerm("cloud", action ?? "", thing.Name), action is not null);
    }

    private static void SeeMoney(Observation tool, Act act, Thing thing)
    {
        if (act.Deed is Deed.Pay or Deed.Send or Deed.Create or Deed.Execute)
        {
            tool.Add(act, new CapabilityTerm("money", "move", "*"), true);
        }
        else if (act.Action is { } action)
        {
            tool.AddData(act, action, thing.Name, thing.Sensitivity);
        }
    }
}
