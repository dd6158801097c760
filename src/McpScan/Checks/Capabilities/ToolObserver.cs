using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>Sees what a tool can do in its name, title, description and schema. Pure, one pass over a bounded number of words.</summary>
internal sealed class ToolObserver
{
    private readonly ActReader _reader = new(Vocabulary.BuiltIn);
    private readonly List<Act> _acts = [];
    private readonly List<Capability> _seen = [];
    private ToolParameters _parameters = null!;
    private bool _isSoft;

    /// <summary>What a tool's definition shows; the list is used again by the next call.</summary>
    public List<Capability> Observe(Subject tool)
    {
        _acts.Clear();
        _seen.Clear();
        ScalarNode? description = null;
        ScalarNode? title = null;
        foreach (var entry in tool.Entries)
        {
            if (entry.Node is not ScalarNode text)
            {
                continue;
            }

            if (ReferenceEquals(entry.Field, ToolFields.Name))
            {
                _reader.ReadName(text, _acts);
            }
            else if (ReferenceEquals(entry.Field, ToolFields.Description))
            {
                description ??= text;
            }
            else if (ReferenceEquals(entry.Field, ToolFields.Title) || ReferenceEquals(entry.Field, ToolFields.AnnotationTitle))
            {
                title ??= text;
            }
        }

        if (description is not null)
        {
            _reader.ReadDescription(description, _acts);
        }

        if (title is not null)
        {
            _reader.ReadDescription(title, _acts);
        }

        _parameters = ToolParameters.Of(tool);
        _isSoft = description is not null && SoftDeletion.IsSaid(description.Value);
        foreach (var act in _acts)
        {
            See(act);
        }

        return _seen;
    }

    private void See(Act act)
    {
        switch (act.Thing?.Nature)
        {
            case null:
                SeeUnknown(act);
                break;
            case "file":
                SeeFile(act);
                break;
            case "web":
                SeeWeb(act, act.Thing);
                break;
            case "database":
                SeeDatabase(act, act.Thing);
                break;
            case "shell":
                SeeShell(act);
                break;
            case "code":
                SeeCode(act);
                break;
            case "browser":
                SeeBrowser(act);
                break;
            case "desktop":
                Add(act, new CapabilityTerm("desktop", "control", "*"), act.Deed is not (Deed.Compute or Deed.Look));
                break;
            case "memory":
                SeeMemory(act);
                break;
            case "agent":
                SeeAgent(act);
                break;
            case "cloud":
                SeeCloud(act, act.Thing);
                break;
            case "money":
                SeeMoney(act, act.Thing);
                break;
            case "environment":
                SeeEnvironment(act, act.Thing);
                break;
            case "clock":
                Add(act, new CapabilityTerm("clock", [], "system"), act.Deed == Deed.Read && act.IsName);
                break;
            default:
                SeeData(act, act.Thing);
                break;
        }
    }

    /// <summary>A record of a service.</summary>
    private void SeeData(Act act, Thing thing)
    {
        if (act.Deed == Deed.Send || (thing.IsChannel && act.Deed == Deed.Create))
        {
            Add(act, new CapabilityTerm("message", "send", thing.Name), thing.IsChannel);
        }

        if (ActionOf(act.Deed) is { } action)
        {
            AddData(act, action, thing.Name, thing.Sensitivity);
        }

        if (act.Deed == Deed.Read && thing.IsUntrusted)
        {
            Add(act, new CapabilityTerm("untrusted", "read", thing.Name), true);
        }
    }

    /// <summary>Something that the vocabulary does not know: what the name itself says of it.</summary>
    private void SeeUnknown(Act act)
    {
        if (act is { IsName: true, Unknown.Length: > 0 } && ActionOf(act.Deed) is { } action)
        {
            _seen.Add(new Capability(new CapabilityTerm("data", action, act.Unknown), act.Evidence, Confidence.Low, RadiusOf(new CapabilityTerm("data", action, act.Unknown), act)));
        }
        else if (act.Deed == Deed.Read && _parameters.Address is { TakesAnyText: true } address && act.Unknown.Length == 0)
        {
            SeeFetch(act, address);
        }
        else if (act.Deed == Deed.Execute && act.Unknown.Length == 0)
        {
            SeeExecution(act);
        }
    }

    private void SeeExecution(Act act)
    {
        if (_parameters.Command is not null)
        {
            SeeShell(act);
        }
        else if (_parameters.Code is not null)
        {
            SeeCode(act);
        }
    }

    private void SeeFile(Act act)
    {
        var action = act.Deed switch
        {
            Deed.Read => "read",
            Deed.Create or Deed.Change => "write",
            Deed.Delete => "delete",
            _ => null,
        };
        if (action is null)
        {
            return;
        }

        if (_parameters.IsElsewhere || _parameters.Path is not { } path)
        {
            AddData(act, action == "write" ? ActionOf(act.Deed)! : action, "file", Sensitivity.Internal);
            return;
        }

        var scope = path.TakesAnyText ? "/**" : ScopeReader.PathOf(path.Schema) ?? "/**";
        Add(act, new CapabilityTerm("fs", action, scope), true, path.TakesAnyText ? null : true);
    }

    private void SeeWeb(Act act, Thing thing)
    {
        if (act.Deed is Deed.Read)
        {
            if (_parameters.Address is { } address)
            {
                SeeFetch(act, address);
            }
            else
            {
                Add(act, new CapabilityTerm("untrusted", "read", thing.Name), act.IsName || act.Thing is not null);
            }
        }
        else if (act.Deed == Deed.Send)
        {
            Add(act, new CapabilityTerm("net", "connect", "*"), _parameters.Address is { TakesAnyText: true });
        }
    }

    private void SeeFetch(Act act, Parameter address)
    {
        var host = address.TakesAnyText ? "*" : ScopeReader.HostOf(address.Schema) ?? "*";
        Add(act, new CapabilityTerm("net", "connect", host), true, address.TakesAnyText ? null : true);
        Add(act, new CapabilityTerm("untrusted", "read", "web"), address.TakesAnyText);
    }

    private void SeeDatabase(Act act, Thing thing)
    {
        if (act.Deed == Deed.Execute || (act.Deed == Deed.Read && _parameters.Query is { TakesAnyText: true }))
        {
            var isReading = act.Deed == Deed.Read;
            Add(act, new CapabilityTerm("db", isReading ? "read" : "execute", "*"), true, _parameters.Query is { TakesAnyText: false } ? true : null);
        }
        else if (ActionOf(act.Deed) is { } action)
        {
            AddData(act, action, thing.Name, thing.Sensitivity);
        }
    }

    private void SeeShell(Act act)
    {
        if (act.Deed is Deed.Execute or Deed.Send or Deed.Create && (act.Deed == Deed.Execute || _parameters.Command is not null))
        {
            Add(act, new CapabilityTerm("exec", "spawn", "*"), true, _parameters.Command is { TakesAnyText: false } ? true : null);
        }
    }

    private void SeeCode(Act act)
    {
        if (act.Deed == Deed.Execute)
        {
            Add(act, new CapabilityTerm("code", "eval", "*"), true, _parameters.Code is { TakesAnyText: false } ? true : null);
        }
    }

    private void SeeBrowser(Act act)
    {
        Add(act, new CapabilityTerm("browser", "control", "*"), act.Deed is not (Deed.Compute or Deed.Look));
        Add(act, new CapabilityTerm("untrusted", "read", "web"), act.Deed == Deed.Read);
    }

    private void SeeMemory(Act act)
    {
        var action = act.Deed switch
        {
            Deed.Read => "read",
            Deed.Create or Deed.Change => "write",
            Deed.Delete => "delete",
            _ => "",
        };
        Add(act, new CapabilityTerm("memory", action, "*"), action.Length > 0);
    }

    private void SeeAgent(Act act)
    {
        Add(act, new CapabilityTerm("agent", "spawn", "*"), act.Deed is Deed.Execute or Deed.Send or Deed.Create);
        if (act.Deed is Deed.Read or Deed.Change or Deed.Delete)
        {
            AddData(act, ActionOf(act.Deed)!, "agent", Sensitivity.Internal);
        }
    }

    private void SeeCloud(Act act, Thing thing)
    {
        var action = act.Deed == Deed.Execute ? "execute" : ActionOf(act.Deed);
        Add(act, new CapabilityTerm("cloud", action ?? "", thing.Name), action is not null);
    }

    private void SeeMoney(Act act, Thing thing)
    {
        if (act.Deed is Deed.Pay or Deed.Send or Deed.Create or Deed.Execute)
        {
            Add(act, new CapabilityTerm("money", "move", "*"), true);
        }
        else if (ActionOf(act.Deed) is { } action)
        {
            AddData(act, action, thing.Name, thing.Sensitivity);
        }
    }

    private void SeeEnvironment(Act act, Thing thing)
    {
        if (ActionOf(act.Deed) is { } action)
        {
            AddData(act, action, thing.Name, thing.Sensitivity);
        }
    }

    private void AddData(Act act, string action, string scope, Sensitivity sensitivity)
    {
        var term = new CapabilityTerm("data", action, scope);
        _seen.Add(new Capability(term, act.Evidence, act.IsName ? Confidence.High : Confidence.Medium, RadiusOf(term, act), sensitivity));
    }

    /// <summary>Adds a capability if it is one.</summary>
    /// <param name="act">What shows it.</param>
    /// <param name="term">What it is.</param>
    /// <param name="isIt">Whether it is.</param>
    /// <param name="isBounded">Whether something else than the scope bounds it; null where nothing does.</param>
    private void Add(Act act, CapabilityTerm term, bool isIt, bool? isBounded = null)
    {
        if (isIt)
        {
            var radius = RadiusOf(term, act);
            _seen.Add(new Capability(term, act.Evidence, act.IsName ? Confidence.High : Confidence.Medium, isBounded is { } bound ? radius with { IsBounded = bound } : radius));
        }
    }

    private BlastRadius RadiusOf(CapabilityTerm term, Act act)
    {
        var radius = BlastRadius.Of(term);
        return _isSoft && act.Deed == Deed.Delete ? radius with { IsReversible = true } : radius;
    }

    private static string? ActionOf(Deed deed) => deed switch
    {
        Deed.Read => "read",
        Deed.Create => "create",
        Deed.Change => "change",
        Deed.Delete => "delete",
        _ => null,
    };
}
