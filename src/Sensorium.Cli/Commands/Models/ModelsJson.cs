using System.Text.Json;
using Sensorium.Inference;

namespace Sensorium.Cli;

/// <summary>The answers of <c>models</c> as docs/schemas/models.schema.json describes them.</summary>
internal static class ModelsJson
{
    private const string Schema = "sensorium-models-1";

    /// <summary>Writes the list.</summary>
    /// <param name="survey">What was found.</param>
    /// <param name="shell">Where to write.</param>
    public static void WriteList(ModelSurvey survey, Shell shell) => Write(shell, writer =>
    {
        writer.WriteStartArray("models");
        foreach (ModelFolder model in survey.Models)
        {
            writer.WriteStartObject();
            WriteHead(writer, model, shell.Language);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteBroken(writer, survey.Broken, shell.Language);
    });

    /// <summary>Writes everything about one model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tensors">What its ONNX files take and give.</param>
    /// <param name="shell">Where to write.</param>
    public static void WriteModel(ModelFolder model, IReadOnlyList<ModelTensors> tensors, Shell shell) => Write(shell, writer =>
    {
        ModelManifest manifest = model.Manifest;
        writer.WriteStartArray("models");
        writer.WriteStartObject();
        WriteHead(writer, model, shell.Language);
        writer.WriteString("description", manifest.Description.In(shell.Language));
        writer.WriteString("source", manifest.Source);
        writer.WriteString("card", manifest.Card);
        writer.WriteStartArray("files");
        foreach (ModelFileEntry file in manifest.Files)
        {
            writer.WriteStartObject();
            writer.WriteString("path", file.Path);
            writer.WriteNumber("bytes", file.Bytes);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("labels");
        foreach (ModelLabel label in manifest.Labels)
        {
            writer.WriteStartObject();
            writer.WriteString("id", label.Id);
            writer.WriteString("title", label.Title.In(shell.Language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTensors(writer, tensors, shell.Language);
        writer.WriteEndObject();
        writer.WriteEndArray();
        WriteBroken(writer, [], shell.Language);
    });

    /// <summary>Writes what was verified.</summary>
    /// <param name="results">The results.</param>
    /// <param name="broken">Folders that hold no model.</param>
    /// <param name="shell">Where to write.</param>
    public static void WriteVerified(IReadOnlyList<VerifiedModel> results, IReadOnlyList<BrokenModel> broken, Shell shell) => Write(shell, writer =>
    {
        writer.WriteStartArray("models");
        foreach (VerifiedModel result in results)
        {
            writer.WriteStartObject();
            WriteHead(writer, result.Model, shell.Language);
            writer.WriteBoolean("sound", result.IsSound);
            writer.WriteStartArray("files");
            foreach (ModelFileCheck check in result.Files)
            {
                writer.WriteStartObject();
                writer.WriteString("path", check.File.Path);
                writer.WriteNumber("bytes", check.File.Bytes);
                writer.WriteString("sha256", check.File.Sha256);
                writer.WriteString("state", ModelWords.Code(check.State));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteTensors(writer, result.Tensors, shell.Language);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteBroken(writer, broken, shell.Language);
    });

    private static void Write(Shell shell, Action<Utf8JsonWriter> write) => shell.WriteJson(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        write(writer);
        writer.WriteEndObject();
    });

    private static void WriteHead(Utf8JsonWriter writer, ModelFolder model, Language language)
    {
        ModelManifest manifest = model.Manifest;
        writer.WriteString("name", manifest.Name);
        writer.WriteString("id", manifest.Id);
        writer.WriteNumber("version", manifest.Version);
        writer.WriteString("task", manifest.Task);
        writer.WriteString("title", manifest.Title.In(language));
        writer.WriteStartObject("licence");
        writer.WriteString("name", manifest.Licence.Name);
        writer.WriteBoolean("commercial", manifest.Licence.Commercial);
        writer.WriteString("note", manifest.Licence.Note.In(language));
        writer.WriteEndObject();
        writer.WriteNumber("bytes", manifest.Files.Sum(file => file.Bytes));
        writer.WriteString("folder", model.Path);
    }

    private static void WriteTensors(Utf8JsonWriter writer, IReadOnlyList<ModelTensors> tensors, Language language)
    {
        writer.WriteStartArray("graphs");
        foreach (ModelTensors result in tensors)
        {
            writer.WriteStartObject();
            writer.WriteString("path", result.File);
            WriteSpecs(writer, "inputs", result.Inputs);
            WriteSpecs(writer, "outputs", result.Outputs);
            writer.WriteString("trouble", result.Trouble?.Text.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSpecs(Utf8JsonWriter writer, string name, IReadOnlyList<TensorSpec> specs)
    {
        writer.WriteStartArray(name);
        foreach (TensorSpec spec in specs)
        {
            writer.WriteStartObject();
            writer.WriteString("name", spec.Name);
            writer.WriteString("type", spec.Type.ToString().ToLowerInvariant());
            writer.WriteStartArray("shape");
            foreach (long size in spec.Shape)
            {
                writer.WriteNumberValue(size);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteBroken(Utf8JsonWriter writer, IReadOnlyList<BrokenModel> broken, Language language)
    {
        writer.WriteStartArray("broken");
        foreach (BrokenModel model in broken)
        {
            writer.WriteStartObject();
            writer.WriteString("folder", model.Path);
            writer.WriteString("reason", model.Reason.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
