import type { MapData, RegionData, Vision, VoiceData } from '../data';
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
 * The very pixel under the pointer: lightness bends the pitch, chroma opens the filter and raises the level, hue crossfades
 * between the two nearest anchors. In colour-blind mode the region keeps its own timbre and rhythm, and only the pitch bends.
 */
export function continuous(region: RegionData, colour: Colour, vision: Vision, map: MapData, bank: LoopBank, range: PitchRange, pan: number): VoiceSpec {
  const voice = voiceOf(region, vision);
  const point = map.mapping.point ?? {};
  const from = point.pitch?.from === 'saturation' ? colour.saturation : (colour.lightness - map.music.darkest) / Math.max(1e-3, map.music.lightest - map.music.darkest);
  const note = range.glide(from);
  if (vision !== 'normal') return { ...spec(voice, bank, note), pan };
  const full = point.loudness?.full ?? 0.25;
  const loud = point.loudness?.from === 'value' ? colour.value : clamp(colour.chroma / full);
  const bright = clamp(colour.chroma / (point.brightness?.full ?? full));
  const low = point.brightness?.lowestHz ?? 600;
  const high = point.brightness?.highestHz ?? 6000;
  return spec({
    ...voice,
    layers: timbre(colour, map, bank, voice),
    gainDb: -(point.loudness?.spanDb ?? 12) * (1 - loud),
    lowpassHz: point.brightness ? low * (high / low) ** bright : voice.lowpassHz,
    pan,
  }, bank, note);
}

/** Equal-power weights of the two hue anchors around a colour; greys and anchors that the page has no loops for keep the region's own layers. */
function timbre(colour: Colour, map: MapData, bank: LoopBank, voice: VoiceData): VoiceData['layers'] {
  const timbre = map.mapping.point?.timbre;
  const anchors = (timbre?.anchors ?? []).filter((anchor) => bank.roles.includes(anchor.role)).sort((a, b) => a.hue - b.hue);
  if (anchors.length < 2 || colour.chroma < (timbre?.neutralChroma ?? 0.04)) return voice.layers;
  let above = anchors.findIndex((anchor) => anchor.hue > colour.hue);
  if (above < 0) above = 0;
  const upper = anchors[above];
  const lower = anchors[(above + anchors.length - 1) % anchors.length];
  if (!upper || !lower) return voice.layers;
  const turn = (degrees: number): number => ((degrees % 360) + 360) % 360;
  const way = clamp(turn(colour.hue - lower.hue) / Math.max(1, turn(upper.hue - lower.hue)));
  return [{ role: lower.role, gain: Math.cos(way * Math.PI / 2) }, { role: upper.role, gain: Math.sin(way * Math.PI / 2) }];
}

function spec(voice: VoiceData, bank: LoopBank, note: number): VoiceSpec {
  const layers = voice.layers.map((layer) => {
    const loop = bank.nearest(layer.role, note);
    return { loop, gain: layer.gain, rate: 2 ** ((note - loop.pitch) / 12) };
  });
  return { ...voice, layers };
}

/** Name of the nearest note, with the Korean syllable beside it where Korean is read. */
export function noteName(note: number, language: 'en' | 'ko'): string {
  const nearest = Math.round(note);
  const name = ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'][((nearest % 12) + 12) % 12] ?? '';
  const octave = Math.floor(nearest / 12) - 1;
  if (language === 'en') return `${name}${octave}`;
  const syllable = ['도', '도♯', '레', '미♭', '미', '파', '파♯', '솔', '라♭', '라', '시♭', '시'][((nearest % 12) + 12) % 12] ?? '';
  return `${syllable}(${name}${octave})`;
}

/** The note that a voice plays, of its strongest layer. */
export function noteOf(voice: VoiceSpec): number {
  const strongest = voice.layers.reduce((best, layer) => (layer.gain > best.gain ? layer : best));
  return midi(hertz(strongest.loop.pitch) * strongest.rate);
}

/** The role of the strongest layer. */
export const roleOf = (voice: VoiceSpec): string => voice.layers.reduce((best, layer) => (layer.gain > best.gain ? layer : best)).loop.role;

