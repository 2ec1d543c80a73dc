import { fromBase64, type SpriteData } from '../data';

/** One seamless loop, cut out of its sprite: the whole buffer is one turn. */
export interface Loop { readonly role: string; readonly pitch: number; readonly buffer: AudioBuffer }

/** The loops of one sound set. */
export class LoopBank {
  private readonly byRole = new Map<string, Loop[]>();

  private constructor(readonly sprite: SpriteData, loops: readonly Loop[]) {
    for (const loop of loops) {
      const list = this.byRole.get(loop.role);
      if (list) list.push(loop);
      else this.byRole.set(loop.role, [loop]);
    }
  }

  /** Decodes a sprite. An offline context needs no gesture, so this runs while the page is being read. */
  static async load(sprite: SpriteData, base64: string): Promise<LoopBank> {
    const decoder = new OfflineAudioContext(1, 1, sprite.rate);
    const whole = await decoder.decodeAudioData(fromBase64(base64).buffer);
    const samples = whole.getChannelData(0);
    const scale = whole.sampleRate / sprite.rate;
    return new LoopBank(sprite, sprite.loops.map((loop) => {
      const start = Math.round(loop.start * scale);
      const end = Math.round((loop.start + loop.length) * scale);
      if (end > samples.length) throw new RangeError(`Loop ${loop.role} ${loop.pitch} ends at ${end}, but the sprite has ${samples.length} frames`);
      const buffer = decoder.createBuffer(1, end - start, whole.sampleRate);
      buffer.copyToChannel(samples.subarray(start, end), 0);
      return { role: loop.role, pitch: loop.pitch, buffer };
    }));
  }

  get roles(): readonly string[] {
    return [...this.byRole.keys()];
  }

  /** The loop of a role whose pitch is nearest; a role that the set lacks borrows from any other. */
  nearest(role: string, pitch: number): Loop {
    const loops = this.byRole.get(role) ?? [...this.byRole.values()].flat();
    return loops.reduce((best, loop) => (Math.abs(loop.pitch - pitch) < Math.abs(best.pitch - pitch) ? loop : best));
  }
}
