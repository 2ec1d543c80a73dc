namespace Sensorium.Imaging;

/// <summary>A square in a picture, upright or turned; it may reach over the picture's border.</summary>
/// <param name="CentreX">Its middle, in pixels from the picture's left border; a pixel's middle lies at a half.</param>
/// <param name="CentreY">Its middle, in pixels from the picture's upper border.</param>
/// <param name="Side">Its side in pixels, over 0.</param>
/// <param name="Turn">How far its upper side is turned clockwise, in radians; 0 is upright.</param>
public readonly record struct CropFrame(double CentreX, double CentreY, double Side, double Turn = 0);
