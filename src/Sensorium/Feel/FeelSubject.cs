namespace Sensorium;

/// <summary>What of a picture is felt.</summary>
public enum FeelSubject
{
    /// <summary>Its faces and the scene, fused; the scene alone where there is no face.</summary>
    Everything,

    /// <summary>The whole picture is one face.</summary>
    Face,

    /// <summary>The scene alone; nobody looks for faces.</summary>
    Scene,
}
