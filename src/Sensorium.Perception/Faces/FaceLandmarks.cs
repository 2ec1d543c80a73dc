namespace Sensorium.Perception;

/// <summary>Five places in a face, in pixels of the picture. Right and left are the person's own: the right eye is on the viewer's left.</summary>
/// <param name="RightEye">The middle of the person's right eye.</param>
/// <param name="LeftEye">The middle of the person's left eye.</param>
/// <param name="Nose">The tip of the nose.</param>
/// <param name="RightMouth">The right corner of the mouth.</param>
/// <param name="LeftMouth">The left corner of the mouth.</param>
public sealed record FaceLandmarks(FacePoint RightEye, FacePoint LeftEye, FacePoint Nose, FacePoint RightMouth, FacePoint LeftMouth);
