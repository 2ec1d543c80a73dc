namespace Sensorium.Expression.Tests;

/// <summary>The validator itself: each keyword lets through what fits and names what does not.</summary>
public sealed class JsonSchemaTests
{
    private const string Head = "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", ";

    [Theory]
    [InlineData("\"type\": \"integer\"", "3", "3.5")]
    [InlineData("\"type\": [\"number\", \"null\"]", "null", "\"3\"")]
    [InlineData("\"type\": \"array\"", "[]", "{}")]
    [InlineData("\"type\": \"boolean\"", "false", "0")]
    [InlineData("\"const\": \"a\"", "\"a\"", "\"b\"")]
    [InlineData("\"enum\": [1, \"b\"]", "\"b\"", "2")]
    [InlineData("\"minimum\": 1, \"maximum\": 2", "2", "2.1")]
    [InlineData("\"minimum\": 1", "1", "0.9")]
    [InlineData("\"exclusiveMinimum\": 0", "0.1", "0")]
    [InlineData("\"exclusiveMaximum\": 360", "359", "360")]
    [InlineData("\"minLength\": 1", "\"a\"", "\"\"")]
    [InlineData("\"pattern\": \"^#[0-9a-f]{6}$\"", "\"#00ff10\"", "\"#00FF10\"")]
    [InlineData("\"minItems\": 1, \"maxItems\": 2", "[1, 2]", "[]")]
    [InlineData("\"maxItems\": 2", "[1, 2]", "[1, 2, 3]")]
    [InlineData("\"items\": {\"type\": \"number\"}", "[1, 2]", "[1, null]")]
    [InlineData("\"required\": [\"a\"]", "{\"a\": null}", "{\"b\": 1}")]
    [InlineData("\"properties\": {\"a\": {\"type\": \"number\"}}", "{\"a\": 1, \"b\": \"\"}", "{\"a\": \"\"}")]
    [InlineData("\"properties\": {\"a\": {}}, \"additionalProperties\": false", "{\"a\": 1}", "{\"a\": 1, \"b\": 1}")]
    [InlineData("\"oneOf\": [{\"type\": \"number\"}, {\"minimum\": 3}]", "2", "4")]
    [InlineData("\"$ref\": \"#/$defs/n\", \"$defs\": {\"n\": {\"type\": \"number\"}}", "2", "\"2\"")]
    public void Faults_OneKeyword_TellsRightFromWrong(string keyword, string right, string wrong)
    {
        JsonSchema schema = new(Head + keyword + "}");

        Assert.Empty(schema.Faults(right));
        Assert.NotEmpty(schema.Faults(wrong));
    }

    [Fact]
    public void Faults_DeepFault_NamesItsPath()
    {
        JsonSchema schema = new(Head + "\"properties\": {\"a\": {\"items\": {\"properties\": {\"b\": {\"maximum\": 1}}}}}}");

        Assert.Equal(["$.a[1].b: 2 is over 1"], schema.Faults("{\"a\": [{\"b\": 1}, {\"b\": 2}]}"));
    }

    [Fact]
    public void Faults_UnknownKeyword_IsRefused()
    {
        JsonSchema schema = new(Head + "\"minimun\": 3}");

        Assert.Throws<InvalidOperationException>(() => schema.Faults("1"));
    }
}
