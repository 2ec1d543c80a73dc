namespace Sensorium.Library.Tests;

public sealed class MemoryCatalogueTests : CatalogueContract
{
    protected override ICatalogue Create() => new MemoryCatalogue();
}
