import type { MapData, VoiceData } from '../data';

export const hertz = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);
export const midi = (frequency: number): number => 69 + 12 * Math.log2(frequency / 440);

/** Pitches of the reader's range in the picture's key. */
export class PitchRange {
  private readonly scale: readonly number[];
  private readonly own: boolean;
  readonly lowest: number;
  readonly highest: number;

  /** A null bound is the picture's own. The range never shrinks under an octave. */
  constructor(music: MapData['music'], lowest: number | null, highest: number | null) {
    const first = music.scale[0] ?? 45;
    const last = music.scale[music.scale.length - 1] ?? 81;
    this.own = lowest === null && highest === null;
    this.lowest = lowest ?? first;
    this.highest = Math.max(highest ?? last, this.lowest + 12);
    const classes = new Set(music.scale.map((pitch) => pitch % 12));
    const scale: number[] = [];
    for (let pitch = Math.ceil(this.lowest); pitch <= this.highest; pitch++) if (classes.size === 0 || classes.has(pitch % 12)) scale.push(pitch);
    this.scale = scale;
  }

  /** The note of a voice: the map's own, or its height in the reader's range. */
  note(voice: VoiceData): number {
    if (this.own) return voice.pitch;
    return this.scale[Math.round(clamp(voice.height) * (this.scale.length - 1))] ?? voice.pitch;
  }

  /** A height between the notes, as a fractional note number. */
  glide(height: number): number {
    return this.lowest + clamp(height) * (this.highest - this.lowest);
  }
}

export const clamp = (value: number, low = 0, high = 1): number => Math.min(high, Math.max(low, value));
