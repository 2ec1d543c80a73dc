import type { Loop } from './loops';

/** What one voice plays, ready for Web Audio. */
export interface VoiceSpec {
  readonly layers: readonly { readonly loop: Loop; readonly gain: number; readonly rate: number }[];
  readonly gainDb: number;
  readonly lowpassHz: number;
  readonly tremoloHz: number;
  readonly tremoloDepth: number;
  readonly gate: readonly number[];
  readonly pan: number;
}

/** The common pulse: every loop starts at its place in the bar. */
export interface Pulse { readonly origin: number; readonly barSeconds: number; gate(steps: readonly number[]): AudioBuffer }

/** Crossfade between two voices, in seconds: short enough to feel immediate, long enough not to click. */
export const CROSSFADE = 0.03;
const GLIDE = 0.02;
const CURVE_POINTS = 33;
const fadeInCurve = Float32Array.from({ length: CURVE_POINTS }, (_, i) => Math.sin((i / (CURVE_POINTS - 1)) * Math.PI / 2));
const fadeOutCurve = Float32Array.from({ length: CURVE_POINTS }, (_, i) => Math.cos((i / (CURVE_POINTS - 1)) * Math.PI / 2));
fadeOutCurve[CURVE_POINTS - 1] = 0;

/** Decibels to linear gain. */
export const linear = (decibels: number): number => 10 ** (decibels / 20);

/** One sounding voice: layers -> low-pass -> level -> tremolo -> gate -> pan -> fade. It is made, faded in, steered, faded out, and gone. */
export class Slot {
  private readonly sources: AudioScheduledSourceNode[] = [];
  private readonly layers: { source: AudioBufferSourceNode; gain: GainNode }[] = [];
  private readonly filter: BiquadFilterNode;
  private readonly level: GainNode;
  private readonly panner: StereoPannerNode;
  private readonly fadeIn: GainNode;
  private readonly fadeOut: GainNode;
  private leaving = false;

  constructor(private readonly context: AudioContext, output: AudioNode, private readonly pulse: Pulse, readonly spec: VoiceSpec, fade = CROSSFADE) {
    const now = context.currentTime;
    this.filter = new BiquadFilterNode(context, { type: 'lowpass', frequency: limit(context, spec.lowpassHz), Q: -3.0103 });
    this.level = new GainNode(context, { gain: linear(spec.gainDb) });
    const tremolo = new GainNode(context);
    const gate = new GainNode(context);
    this.panner = new StereoPannerNode(context, { pan: spec.pan });
    // Two gains with one curve each: a voice may leave before it has fully come, and curves must not overlap.
    this.fadeIn = new GainNode(context, { gain: 0 });
    this.fadeOut = new GainNode(context);
    this.filter.connect(this.level).connect(tremolo).connect(gate).connect(this.panner).connect(this.fadeIn).connect(this.fadeOut).connect(output);
    for (const layer of spec.layers) this.addLayer(layer, now);
    if (spec.tremoloHz > 0 && spec.tremoloDepth > 0) this.addTremolo(tremolo, now);
    if (spec.gate.length > 0) this.addGate(gate, now);
    this.fadeIn.gain.setValueCurveAtTime(fadeInCurve, now, fade);
  }

  /** Glides to another sound of the same loops and rhythm; false when only a new slot can play it. */
  steer(spec: VoiceSpec): boolean {
    const same = !this.leaving && spec.layers.length === this.layers.length
      && spec.layers.every((layer, i) => layer.loop === this.spec.layers[i]?.loop)
      && spec.gate.join() === this.spec.gate.join()
      && spec.tremoloHz === this.spec.tremoloHz && spec.tremoloDepth === this.spec.tremoloDepth;
    if (!same) return false;
    const now = this.context.currentTime;
    spec.layers.forEach((layer, i) => {
      this.layers[i]?.source.playbackRate.setTargetAtTime(layer.rate, now, GLIDE);
      this.layers[i]?.gain.gain.setTargetAtTime(layer.gain, now, GLIDE);
    });
    this.level.gain.setTargetAtTime(linear(spec.gainDb), now, GLIDE);
    this.filter.frequency.setTargetAtTime(limit(this.context, spec.lowpassHz), now, GLIDE);
    this.panner.pan.setTargetAtTime(spec.pan, now, GLIDE);
    return true;
  }

  /** Fades out and frees everything. */
  leave(fade = CROSSFADE): void {
    if (this.leaving) return;
    this.leaving = true;
    const now = this.context.currentTime;
    this.fadeOut.gain.setValueCurveAtTime(fadeOutCurve, now, fade);
    for (const source of this.sources) source.stop(now + fade + 0.02);
    const last = this.sources[0];
    if (last) last.onended = () => this.fadeOut.disconnect();
    else this.fadeOut.disconnect();
  }

  private addLayer(layer: VoiceSpec['layers'][number], now: number): void {
    const source = new AudioBufferSourceNode(this.context, { buffer: layer.loop.buffer, loop: true, playbackRate: layer.rate });
    const gain = new GainNode(this.context, { gain: layer.gain });
    source.connect(gain).connect(this.filter);
    source.start(now, (now - this.pulse.origin) % layer.loop.buffer.duration);
    this.sources.push(source);
    this.layers.push({ source, gain });
  }

  /** Gain 1 - depth (.5 - .5 cos wt): a constant on the parameter and a cosine added to it. */
  private addTremolo(tremolo: GainNode, now: number): void {
    const { tremoloHz, tremoloDepth } = this.spec;
    tremolo.gain.value = 1 - tremoloDepth / 2;
    const wave = new PeriodicWave(this.context, { real: [0, 1], imag: [0, 0], disableNormalization: true });
    const oscillator = new OscillatorNode(this.context, { type: 'custom', periodicWave: wave, frequency: tremoloHz });
    oscillator.connect(new GainNode(this.context, { gain: tremoloDepth / 2 })).connect(tremolo.gain);
    oscillator.start(now);
    this.sources.push(oscillator);
  }

  private addGate(gate: GainNode, now: number): void {
    gate.gain.value = 0;
    const buffer = this.pulse.gate(this.spec.gate);
    const steps = new AudioBufferSourceNode(this.context, { buffer, loop: true });
    steps.connect(gate.gain);
    steps.start(now, (now - this.pulse.origin) % buffer.duration);
    this.sources.push(steps);
  }
}

const limit = (context: AudioContext, hertz: number): number => Math.min(context.sampleRate / 2, Math.max(20, hertz));
