using McpScan.Tests.Reporting;
using McpScan.Tests.Reporting.Sarif;

namespace McpScan.Tests.Corpus;

/// <summary>What validators of others say about the reports of a whole audit.</summary>
public sealed class ValidationTests
{
    [Fact]
    public void The_SARIF_of_the_corpus_is_valid_and_fit_for_GitHub()
    {
        using var run = WholeCorpus.Run();
        run.Run("audit", "fleet", "--format", "sarif").ShouldBe(1);
        SarifValidator.Complaints(run.Output).ShouldBeEmpty();
    }

    [Fact]
    public void The_JSON_of_the_corpus_follows_its_schema()
    {
        using var run = WholeCorpus.Run();
        run.Run("audit", "fleet", "-o", "r.json").ShouldBe(1);
        var (exitCode, output) = NodeTools.Run("ajv", Repository.PathOf("tests/node/ajv.js"), Repository.PathOf("docs/report.schema.json"), Path.Combine(run.Folder, "r.json"));
        exitCode.ShouldBe(0, output);
    }
}
