/** What the page carries: the sound map as `sensorium hear` writes it, and what PageBuilder adds. */

export interface Text { readonly en: string; readonly ko: string }
export type Language = 'en' | 'ko';
export type Level = 'whole' | 'object' | 'part';
export type Vision = 'normal' | 'protan' | 'deutan' | 'tritan';
export type Point = readonly [number, number];

export interface VoiceData {
  readonly layers: readonly { readonly role: string; readonly gain: number }[];
  readonly height: number;
  readonly pitch: number;
  readonly levelDb?: number;
  readonly gainDb: number;
  readonly lowpassHz: number;
  readonly tremoloHz: number;
  readonly tremoloDepth: number;
  readonly gate: readonly number[];
  readonly pan: number;
}

export interface RegionData {
  readonly id: number;
  readonly level: Level;
  readonly parent: number | null;
  readonly children: readonly number[];
  readonly name: Text;
  readonly rgb: string;
  readonly oklab: readonly [number, number, number];
  readonly area: number;
  readonly anchor: Point;
  readonly box: readonly [number, number, number, number];
  readonly outlines: readonly (readonly Point[])[];
  readonly label: string | null;
  readonly sound: Readonly<Record<'point' | 'scan' | 'protan' | 'deutan' | 'tritan', VoiceData>>;
}

export type Quality = 'lightness' | 'chroma' | 'hue' | 'saturation' | 'value' | 'hsvHue' | 'height' | 'none';

/** How a mode turns colour into sound; the same rules as in docs/schemas/mapping.schema.json. */
export interface ModeMapping {
  readonly pitch: { readonly from: Quality };
  readonly timbre: {
    readonly from: Quality;
    readonly anchors: readonly { readonly role: string; readonly hue: number }[];
    readonly plateau: number;
    readonly neutral: { readonly below: number; readonly above: number; readonly dark: string; readonly darkBelow: number; readonly middle: string; readonly light: string; readonly lightAbove: number };
  };
  readonly loudness: { readonly from: Quality; readonly full: number; readonly spanDb: number; readonly inverted?: boolean };
  readonly brightness: { readonly from: Quality; readonly full: number; readonly lowestHz: number; readonly highestHz: number };
  readonly panDegrees: number;
}

export interface MapData {
  readonly picture: { readonly name: string; readonly width: number; readonly height: number };
  readonly feeling: {
    readonly valence: { readonly mean: number };
    readonly arousal: { readonly mean: number };
    readonly warmth: number | null;
    readonly evidence: readonly Text[];
  };
  readonly music: {
    readonly key: { readonly tonic: number; readonly mode: string; readonly name: Text };
    readonly tempo: number;
    readonly barSeconds: number;
    readonly scale: readonly number[];
    readonly darkest: number;
    readonly lightest: number;
  };
  readonly mapping: { readonly id: string; readonly name?: Text; readonly point: ModeMapping; readonly scan: ModeMapping };
  readonly regions: readonly RegionData[];
}

export interface SpriteData {
  readonly set: string;
  readonly name: Text;
  readonly mime: string;
  readonly rate: number;
  readonly instruments: Readonly<Record<string, Text>>;
  readonly loops: readonly { readonly role: string; readonly pitch: number; readonly start: number; readonly length: number }[];
}

export interface PageData {
  readonly title: string;
  readonly language: Language;
  readonly grid: { readonly width: number; readonly height: number; readonly runs: string };
  readonly vision: Readonly<Record<'protan' | 'deutan' | 'tritan', readonly number[]>>;
  readonly sprites: readonly SpriteData[];
}

/** The JSON inside a script element of the page. */
export function readJson<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as T;
}

/** Bytes of base64 text; `fetch` of a data URL would need the content security policy to allow connections. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
