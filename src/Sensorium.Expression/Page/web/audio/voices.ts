import type { Language, MapData, ModeMapping, Quality, RegionData, Vision, VoiceData } from '../data';
import type { Colour } from '../picture';
import type { LoopBank } from './loops';
import { clamp, hertz, midi, type PitchRange } from './pitch';
import type { VoiceSpec } from './slot';

/** The voice of a region for a way of seeing. */
export const voiceOf = (region: RegionData, vision: Vision): VoiceData => region.sound[vision === 'normal' ? 'point' : vision];

/** A region's own voice, at the reader's pitch. */
export function steady(voice: VoiceData, bank: LoopBank, range: PitchRange): VoiceSpec {
  return spec(voice, bank, range.note(voice));
}

/** In a scan the pitch tells the height in the picture; in colour-blind mode timbre and rhythm still tell the colour apart. */
export function scanning(region: RegionData, vision: Vision, bank: LoopBank, range: PitchRange, pan: number, share: number): VoiceSpec {
  const scan = region.sound.scan;
  const voice = vision === 'normal' ? scan : { ...voiceOf(region, vision), pitch: scan.pitch, height: scan.height };
  return { ...spec(voice, bank, range.note(voice)), gainDb: voice.gainDb + 10 * Math.log10(Math.max(share, 0.05)) - 3, pan };
}

/**
 * The very pixel under the pointer, by the same rules as a region: lightness bends the pitch without steps, chroma opens the
 * filter and raises the level, hue crossfades between anchors. In colour-blind mode the region keeps its own timbre and rhythm,
 * and only the pitch bends.
 */
export function continuous(region: RegionData, colour: Colour, vision: Vision, map: MapData, bank: LoopBank, range: PitchRange, pan: number): VoiceSpec {
  const voice = voiceOf(region, vision);
  const mode = map.mapping.point;
  const note = range.glide(quality(mode.pitch.from, colour, map));
  if (vision !== 'normal') return { ...spec(voice, bank, note), pan };
  const share = (from: Quality, full: number): number => (from === 'none' ? 1 : clamp(quality(from, colour, map) / full));
  const loud = share(mode.loudness.from, mode.loudness.full);
  const { lowestHz, highestHz } = mode.brightness;
  // What the map gave back to this region for the loudness that its filter takes away.
  const given = voice.gainDb - (voice.levelDb ?? voice.gainDb);
  return spec({
    ...voice,
    layers: timbre(mode.timbre, colour, map),
    gainDb: given - mode.loudness.spanDb * (mode.loudness.inverted ? loud : 1 - loud),
    lowpassHz: lowestHz * (highestHz / lowestHz) ** share(mode.brightness.from, mode.brightness.full),
    pan,
  }, bank, note);
}

function quality(from: Quality, colour: Colour, map: MapData): number {
  switch (from) {
    case 'lightness': return (colour.lightness - map.music.darkest) / Math.max(1e-6, map.music.lightest - map.music.darkest);
    case 'chroma': return colour.chroma;
    case 'hue': return colour.hue;
    case 'saturation': return colour.saturation;
    case 'value': return colour.value;
    case 'hsvHue': return colour.hsvHue;
    default: return 1;
  }
}

/** Equal-power blend of the two anchors around a hue, and of the neutral role as the colour fades to grey. */
function timbre(rule: ModeMapping['timbre'], colour: Colour, map: MapData): VoiceData['layers'] {
  const hsv = rule.from === 'hsvHue';
  const { neutral, anchors } = rule;
  const lightness = hsv ? colour.value : colour.lightness;
  const grey = lightness < neutral.darkBelow ? neutral.dark : lightness > neutral.lightAbove ? neutral.light : neutral.middle;
  const coloured = clamp(((hsv ? colour.saturation * colour.value : colour.chroma) - neutral.below) / (neutral.above - neutral.below));
  const hue = quality(rule.from, colour, map);
  const next = anchors.findIndex((anchor) => anchor.hue > hue);
  const upper = anchors[Math.max(0, next)];
  const lower = anchors[(Math.max(0, next) + anchors.length - 1) % anchors.length];
  if (!upper || !lower) return [{ role: grey, gain: 1 }];
  const way = ((hue - lower.hue + 360) % 360) / Math.max(1, (upper.hue - lower.hue + 360) % 360);
  return coloured < 1
    ? blend(grey, way < 0.5 ? lower.role : upper.role, coloured)
    : blend(lower.role, upper.role, clamp((way - rule.plateau) / (1 - 2 * rule.plateau)));
}

/** Both layers always stand, in the order of their names: a voice that only fades between them glides on instead of starting anew. */
function blend(first: string, second: string, way: number): VoiceData['layers'] {
  if (first === second) return [{ role: first, gain: 1 }];
  const layers = [{ role: first, gain: Math.cos(way * Math.PI / 2) }, { role: second, gain: Math.sin(way * Math.PI / 2) }];
  return layers.sort((a, b) => (a.role < b.role ? -1 : 1));
}

function spec(voice: VoiceData, bank: LoopBank, note: number): VoiceSpec {
  const layers = voice.layers.map((layer) => {
    const loop = bank.nearest(layer.role, note);
    return { loop, gain: layer.gain, rate: 2 ** ((note - loop.pitch) / 12) };
  });
  return { ...voice, layers };
}

const LINE_OF_FIFTHS = 'FCGDAEB';
const SYLLABLES: Readonly<Record<string, string>> = { C: '도', D: '레', E: '미', F: '파', G: '솔', A: '라', B: '시' };
/** Semitones from a mode's tonic up to the tonic of the major key with the same notes. */
const TO_MAJOR: Readonly<Record<string, number>> = { lydian: 7, ionian: 0, mixolydian: 5, dorian: 10, aeolian: 3, phrygian: 8 };
const SHARPS_OF_MAJOR = [0, -5, 2, -3, 4, -1, 6, 1, -4, 3, -2, 5];
const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** Name of the nearest note as the key spells it (the line of fifths, as SpelledPitch has it), with the Korean syllable before it where Korean is read. */
export function noteName(note: number, language: Language, key: MapData['music']['key']): string {
  const nearest = Math.round(note);
  const lowest = (SHARPS_OF_MAJOR[(key.tonic + (TO_MAJOR[key.mode] ?? 0)) % 12] ?? 0) - 3;
  const fifths = lowest + modulo(7 * nearest - lowest, 12);
  const alteration = Math.floor((fifths + 1) / 7);
  const name = LINE_OF_FIFTHS.charAt(modulo(fifths + 1, 7)) + (alteration < 0 ? '♭' : '♯').repeat(Math.abs(alteration));
  const text = `${name}${Math.floor((nearest - alteration) / 12) - 1}`;
  return language === 'en' ? text : `${SYLLABLES[name.charAt(0)] ?? ''}${name.slice(1)}(${text})`;
}

/** The note that a voice plays, of its strongest layer. */
export function noteOf(voice: VoiceSpec): number {
  const strongest = voice.layers.reduce((best, layer) => (layer.gain > best.gain ? layer : best));
  return midi(hertz(strongest.loop.pitch) * strongest.rate);
}

/** The role of the strongest layer. */
export const roleOf = (voice: VoiceSpec): string => voice.layers.reduce((best, layer) => (layer.gain > best.gain ? layer : best)).loop.role;

