namespace Sensorium.Music.Tests;

public sealed class DynamicsTests
{
    [Theory]
    [InlineData(33, "pp")]
    [InlineData(49, "p")]
    [InlineData(64, "mp")]
    [InlineData(80, "mf")]
    [InlineData(96, "f")]
    [InlineData(112, "ff")]
    [InlineData(1, "pp")]
    [InlineData(127, "ff")]
    public void OfVelocity_WhatNotationProgramsPlay_ComesBack(int velocity, string symbol) => Assert.Equal(symbol, Dynamics.OfVelocity(velocity).Symbol());
}
