using McpScan.Text;

namespace McpScan.Modeling.Launching;

/// <summary>Understands a command line: launcher, package or image, flags, mounts, ports, inner scripts and bridges.</summary>
public static class LaunchModeler
{
    /// <summary>The launch as a subject draft, with <c>launch:<paramref name="localName"/></c> as its local id.</summary>
    public static SubjectDraft Draft(string localName, LaunchSpec spec) =>
        new(SubjectKind.Launch, "launch:" + localName, new Untrusted(localName), spec.Anchor, spec.Definition, spec.Others);
}
