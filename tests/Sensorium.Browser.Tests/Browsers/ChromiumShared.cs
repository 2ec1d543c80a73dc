namespace Sensorium.Browser.Tests;

/// <summary>Tests that share one Chromium; they run one after another, since sound is measured in real time.</summary>
[CollectionDefinition("Chromium", DisableParallelization = true)]
public sealed class ChromiumShared : ICollectionFixture<ChromiumFixture>;
