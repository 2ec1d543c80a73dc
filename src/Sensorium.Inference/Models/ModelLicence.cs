namespace Sensorium.Inference;

/// <summary>What may be done with a model.</summary>
/// <param name="Name">E.g. <c>MIT</c>, <c>Apache-2.0</c>, <c>research-only</c>.</param>
/// <param name="Commercial">Whether commercial use is allowed.</param>
/// <param name="Note">Why, or under which condition; empty where not stated.</param>
public sealed record ModelLicence(string Name, bool Commercial, LocalizedText Note);
