using System.Collections.Immutable;

namespace McpScan.Discovery.Recognisers;

/// <summary>Every recogniser, sharper ones first: the first that knows an artifact models it.</summary>
public static class All
{
    public static readonly ImmutableArray<IRecogniser> Recognisers =
    [
        new BundleManifestRecogniser(),
        new CapgateRecogniser(),
        new ToolHivePermissionsRecogniser(),
        new NpmPackageRecogniser(),
        new PythonProjectRecogniser(),
        new DockerfileRecogniser(),
        new CaptureRecogniser(),
    ];
}
