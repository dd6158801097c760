using System.Collections.Immutable;

namespace McpScan.Discovery.Recognisers;

/// <summary>Every recogniser, sharper ones first: the first that knows an artifact models it.</summary>
public static class All
{
    public static readonly ImmutableArray<IRecogniser> Recognisers =
    [
        new GatewayRecogniser(),
        new CapgateRecogniser(),
        new BundleManifestRecogniser(),
        new ToolHiveRegistryRecogniser(),
        new ToolHivePermissionsRecogniser(),
        new DockerRegistryRecogniser(),
        new DockerCatalogRecogniser(),
        new SmitheryRecogniser(),
        new NpmPackageRecogniser(),
        new PythonProjectRecogniser(),
        new NuGetProjectRecogniser(),
        new NuGetSpecRecogniser(),
        new DockerfileRecogniser(),
        new RegistryServerRecogniser(),
        new RegistryListRecogniser(),
        new WellKnownCardRecogniser(),
        new ClientConfigRecogniser(),
        new CaptureRecogniser(),
        new TrailRecogniser(),
        new UnknownDialectRecogniser(),
    ];
}
