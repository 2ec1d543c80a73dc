using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Sensorium.Perception.Tests;

public sealed class SceneWeightsFileTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "models", "scene", "scene.safetensors");

    [Fact]
    public void Write_WhatWasRead_GivesTheSameBytes()
    {
        Assert.Equal(File.ReadAllBytes(Shipped), SceneWeightsFile.Write(SceneWeightsFile.Read(Shipped)));
    }

    [Fact]
    public void Read_NoFile_SaysSo()
    {
        MalformedInputException error = Assert.Throws<MalformedInputException>(() => SceneWeightsFile.Read(Path.Combine(AppContext.BaseDirectory, "none.safetensors")));

        Assert.Contains("none.safetensors", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("none.safetensors", error.Text.Korean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("a file of something else altogether")]
    public void Read_OtherFile_IsRefused(string content) => Refused(Encoding.UTF8.GetBytes(content));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"__metadata__\": 3}")]
    [InlineData("{\"__metadata__\": {\"format\": \"sensorium-scene\", \"features\": \"1\"}}")]
    [InlineData("{\"__metadata__\": {\"format\": \"sensorium-scene\", \"features\": \"2\"}}")]
    [InlineData("{\"__metadata__\": {\"format\": \"sensorium-scene\", \"features\": \"2\"}, \"alone.valence.alpha\": {\"dtype\": \"F32\", \"data_offsets\": [0, 99]}}")]
    [InlineData("{\"__metadata__\": {\"format\": \"sensorium-scene\", \"features\": \"2\"}, \"alone.valence.alpha\": {\"dtype\": \"I8\", \"data_offsets\": [0, 4]}}")]
    [InlineData("{\"__metadata__\": {\"format\": \"sensorium-scene\", \"features\": \"2\"}, \"alone.valence.alpha\": {\"dtype\": \"F32\", \"data_offsets\": [0, 4]}}")]
    public void Read_HeaderWithoutWhatIsNeeded_IsRefused(string header)
    {
        byte[] file = new byte[8 + Encoding.UTF8.GetByteCount(header) + 8];
        BinaryPrimitives.WriteInt64LittleEndian(file, file.Length - 16);
        Encoding.UTF8.GetBytes(header, file.AsSpan(8));

        Refused(file);
    }

    [Theory]
    [InlineData("layout.sd")]
    [InlineData("faces.sd")]
    [InlineData("measures.sd")]
    [InlineData("codebook.variance")]
    public void Read_ZeroToDivideBy_IsRefused(string tensor)
    {
        byte[] file = File.ReadAllBytes(Shipped);
        int header = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        using JsonDocument json = JsonDocument.Parse(file.AsMemory(8, header));
        int from = json.RootElement.GetProperty(tensor).GetProperty("data_offsets")[0].GetInt32();
        file.AsSpan(8 + header + from, sizeof(float)).Clear();

        Refused(file);
    }

    [Fact]
    public void Read_AnyCutOrChangedFile_IsReadOrRefused()
    {
        byte[] whole = File.ReadAllBytes(Shipped);
        Pcg32 random = new(5);
        int cases = Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1" ? 200 : 20;
        for (int i = 0; i < cases; i++)
        {
            byte[] file = i % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            for (int change = 0; change < 3 && file.Length > 0; change++)
            {
                file[random.Next(Math.Min(file.Length, 4096))] = (byte)random.Next(256);
            }

            ReadOrRefuse(file);
        }
    }

    private static void Refused(byte[] content)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, content);
            Assert.Throws<MalformedInputException>(() => SceneWeightsFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void ReadOrRefuse(byte[] content)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, content);
            SceneWeightsFile.Read(path);
        }
        catch (MalformedInputException)
        {
            // Refused: that is what is wanted of a damaged file.
        }
        finally
        {
            File.Delete(path);
        }
    }
}
