import type { PageData, Point, Vision } from './data';

/** A colour as the mapping asks for it. */
export interface Colour {
  /** OKLab lightness, chroma, and hue in degrees. */
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
  /** HSV saturation, value, and hue in degrees. */
  readonly saturation: number;
  readonly value: number;
  readonly hsvHue: number;
}

const SAMPLED_SIDE = 640;
const decode = Float32Array.from({ length: 256 }, (_, i) => (i / 255 <= 0.04045 ? i / 255 / 12.92 : ((i / 255 + 0.055) / 1.055) ** 2.4));
const encode = Uint8ClampedArray.from({ length: 4096 }, (_, i) => {
  const light = i / 4095;
  return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
});

/** The picture's pixels: their colour, and the view of somebody who is colour-blind. */
export class PicturePixels {
  private sampled: ImageData | null = null;

  constructor(private readonly image: HTMLImageElement, private readonly canvas: HTMLCanvasElement, private readonly matrices: PageData['vision']) {}

  /** The mean colour of the few pixels under a place. */
  at([x, y]: Point): Colour | null {
    this.sampled ??= this.read(SAMPLED_SIDE);
    const picture = this.sampled;
    if (!picture) return null;
    const column = Math.min(picture.width - 1, Math.max(0, Math.floor(x * picture.width)));
    const row = Math.min(picture.height - 1, Math.max(0, Math.floor(y * picture.height)));
    const at = (row * picture.width + column) * 4;
    return colourOf(picture.data[at] ?? 0, picture.data[at + 1] ?? 0, picture.data[at + 2] ?? 0);
  }

  /** Shows the picture as `vision` sees it. */
  show(vision: Vision): void {
    this.canvas.hidden = vision === 'normal';
    if (vision === 'normal' || !this.image.naturalWidth) return;
    const picture = this.read(Math.max(this.image.naturalWidth, this.image.naturalHeight));
    const context = this.canvas.getContext('2d');
    if (!picture || !context) return;
    simulate(picture.data, this.matrices[vision]);
    this.canvas.width = picture.width;
    this.canvas.height = picture.height;
    context.putImageData(picture, 0, 0);
  }

  private read(side: number): ImageData | null {
    const { naturalWidth, naturalHeight } = this.image;
    if (!naturalWidth || !naturalHeight) return null;
    const scale = Math.min(1, side / Math.max(naturalWidth, naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(naturalHeight * scale));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    context.drawImage(this.image, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  }
}

function simulate(pixels: Uint8ClampedArray, matrix: readonly number[]): void {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1] = matrix;
  const out = (light: number): number => encode[light <= 0 ? 0 : light >= 1 ? 4095 : Math.round(light * 4095)] ?? 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const red = decode[pixels[at] ?? 0] ?? 0;
    const green = decode[pixels[at + 1] ?? 0] ?? 0;
    const blue = decode[pixels[at + 2] ?? 0] ?? 0;
    pixels[at] = out(a * red + b * green + c * blue);
    pixels[at + 1] = out(d * red + e * green + f * blue);
    pixels[at + 2] = out(g * red + h * green + i * blue);
  }
}

/** sRGB bytes to OKLab (Ottosson, "A perceptual color space for image processing", 2020) and HSV. */
export function colourOf(red8: number, green8: number, blue8: number): Colour {
  const red = decode[red8] ?? 0;
  const green = decode[green8] ?? 0;
  const blue = decode[blue8] ?? 0;
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const most = Math.max(red8, green8, blue8);
  const span = most - Math.min(red8, green8, blue8);
  const sector = span === 0 ? 0 : most === red8 ? (green8 - blue8) / span : most === green8 ? 2 + (blue8 - red8) / span : 4 + (red8 - green8) / span;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: (Math.atan2(b, a) * 180 / Math.PI + 360) % 360,
    saturation: most === 0 ? 0 : span / most,
    value: most / 255,
    hsvHue: (sector * 60 + 360) % 360,
  };
}
