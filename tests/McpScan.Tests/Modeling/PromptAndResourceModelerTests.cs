using McpScan.Modeling;

namespace McpScan.Tests.Modeling;

public class PromptAndResourceModelerTests
{
    [Fact]
    public void PromptsHaveTheirArgumentsAndTexts()
    {
        var server = Take.Server("prompts.json", """
            {"prompts":[{"name":"p","title":"t","description":"d","arguments":[{"name":"a","description":"ad","required":true,"x":"ax"},"plain"],"text":"body","_meta":{"k":"m"},"extra":"e"}]}
            """);

        var prompt = server.Of(SubjectKind.Prompt).ShouldHaveSingleItem();
        prompt.Id.ShouldEndWith("/prompt:p");
        prompt.Values(PromptFields.ArgumentName).ShouldBe(["a=a", "plain=plain"]);
        prompt.Values(PromptFields.ArgumentDescription).ShouldBe(["a=ad"]);
        prompt.Values(PromptFields.Body).ShouldBe(["body"]);
        prompt.Values(PromptFields.Other).ShouldContain("a=ax");
        prompt.Values(PromptFields.Other).ShouldContain("extra=e");
    }

    [Fact]
    public void ResourcesAndTemplatesHaveTheirAddresses()
    {
        var server = Take.Server("resources.json", """
            {"resources":[{"uri":"ui://a","name":"n","mimeType":"text/html;profile=mcp-app","annotations":{"audience":["user"],"priority":1},
              "_meta":{"ui":{"csp":{"connectDomains":["https://*.example"]},"permissions":{"camera":{}},"domain":"d"}}}],
             "resourceTemplates":[{"uriTemplate":"file:///{path}","name":"t"}]}
            """);

        var resources = server.Of(SubjectKind.Resource).ToArray();
        resources.Select(r => r.Id).ShouldBe(["server:resources.json/resource:ui://a", "server:resources.json/resource:file:///{path}"]);
        resources[0].Values(ResourceFields.CspDomain).ShouldBe(["connectDomains=https://*.example"]);
        resources[0].Values(ResourceFields.UiPermission).ShouldBe(["camera=camera"]);
        resources[0].Values(ResourceFields.Audience).ShouldBe(["audience=user"]);
        resources[1].Values(ResourceFields.UriTemplate).ShouldBe(["file:///{path}"]);
    }
}
