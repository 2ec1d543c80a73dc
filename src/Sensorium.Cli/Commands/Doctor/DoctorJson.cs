namespace Sensorium.Cli;

/// <summary>The answer of <c>doctor</c> as docs/schemas/doctor.schema.json describes it.</summary>
internal static class DoctorJson
{
    /// <summary>Writes the answer to standard output.</summary>
    /// <param name="components">The components.</param>
    /// <param name="shell">Where to write.</param>
    public static void Write(IReadOnlyList<Component> components, Shell shell) => shell.WriteJson(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "sensorium-doctor-1");
        writer.WriteBoolean("ready", components.All(component => component.IsFound || component.Need != ComponentNeed.Always));
        writer.WriteStartArray("components");
        foreach (Component component in components)
        {
            writer.WriteStartObject();
            writer.WriteString("name", component.Name);
            writer.WriteString("title", component.Title);
            writer.WriteString("need", component.Need.Code());
            writer.WriteString("purpose", component.Purpose.In(shell.Language));
            writer.WriteBoolean("found", component.IsFound);
            writer.WriteString("version", component.Version);
            writer.WriteString("location", component.Location);
            writer.WriteStartArray("install");
            foreach (InstallLine line in component.Install)
            {
                writer.WriteStartObject();
                writer.WriteString("manager", line.Manager);
                writer.WriteString("text", line.Text.In(shell.Language));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
