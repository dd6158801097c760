using McpScan.Checks;

namespace McpScan.Tests.Checks;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("delete_file", "delete file")]
    [InlineData("delete-file", "delete file")]
    [InlineData("deleteFile", "delete File")]
    [InlineData("HTTPDelete", "HTTP Delete")]
    [InlineData("fs/delete.file", "fs delete file")]
    [InlineData("S3PutObject", "S3 Put Object")]
    [InlineData("__proto__", "proto")]
    [InlineData("", "")]
    [InlineData("löscheDatei", "lösche Datei")]
    public void Names_of_every_style_come_apart(string name, string words) =>
        string.Join(' ', NameWords.Of(name).Select(w => name.Substring(w.Start, w.Length))).ShouldBe(words);

    [Fact]
    public void A_huge_name_is_cut() => NameWords.Of(new string('a', 1_000_000)).Single().Length.ShouldBeLessThan(1000);
}
