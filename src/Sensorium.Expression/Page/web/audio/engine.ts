import { linear, Slot, type Pulse, type VoiceSpec } from './slot';

/** The limiter looks this far ahead (Web Audio API, DynamicsCompressorNode: a fixed look-ahead of 6 ms). */
const LOOK_AHEAD_MS = 6;
const LIMIT_DB = -4;
const RATIO = 20;
const GATE_RATE = 8000;
const GATE_SMOOTHING = 0.01;

/** Plays voices in one pulse through a limiter, so that nothing is ever suddenly loud. */
export class Engine implements Pulse {
  readonly context: AudioContext;
  readonly analyser: AnalyserNode;
  readonly origin: number;
  private readonly bus: GainNode;
  private readonly duck: GainNode;
  private readonly volume: GainNode;
  private readonly slots = new Map<string, Slot>();
  private readonly gates = new Map<string, AudioBuffer>();

  /** To be called within a user's gesture. */
  constructor(rate: number, readonly barSeconds: number) {
    this.context = openContext(rate);
    // Without this the ringer switch of an iPhone mutes Web Audio.
    const session = (navigator as Navigator & { audioSession?: { type: string } }).audioSession;
    if (session) session.type = 'playback';
    const context = this.context;
    this.bus = new GainNode(context);
    this.duck = new GainNode(context);
    this.volume = new GainNode(context, { gain: 0 });
    const limiter = new DynamicsCompressorNode(context, { threshold: LIMIT_DB, knee: 0, ratio: RATIO, attack: 0.002, release: 0.12 });
    // The node adds make-up gain, (1 / its gain at full scale) ^ 0.6 by the specification; this takes it back.
    const makeUp = new GainNode(context, { gain: linear(LIMIT_DB * (1 - 1 / RATIO) * 0.6) });
    this.analyser = new AnalyserNode(context, { fftSize: 16384, smoothingTimeConstant: 0, minDecibels: -120, maxDecibels: 0 });
    this.bus.connect(this.duck).connect(this.volume).connect(limiter).connect(makeUp).connect(this.analyser).connect(context.destination);
    this.origin = context.currentTime;
    void context.resume();
  }

  /** 0..100; the gain is its square, which comes near to equal steps of loudness. */
  setVolume(percent: number, seconds = 0.05): void {
    this.volume.gain.setTargetAtTime((percent / 100) ** 2, this.context.currentTime, seconds);
  }

  /** Steps back while the page speaks. */
  setDucked(ducked: boolean): void {
    this.duck.gain.setTargetAtTime(ducked ? 0.35 : 1, this.context.currentTime, 0.08);
  }

  /** Lets exactly these voices sound; those that already do go on. */
  play(voices: ReadonlyMap<string, VoiceSpec>, fade?: number): void {
    // iOS suspends ("interrupted") after a call; any later gesture brings the sound back.
    if (this.context.state !== 'running') void this.context.resume();
    for (const [key, slot] of this.slots) {
      if (!voices.has(key)) {
        slot.leave(fade);
        this.slots.delete(key);
      }
    }
    for (const [key, spec] of voices) {
      const slot = this.slots.get(key);
      if (slot?.steer(spec)) continue;
      slot?.leave(fade);
      this.slots.set(key, new Slot(this.context, this.bus, this, spec, fade));
    }
  }

  silence(): void {
    for (const slot of this.slots.values()) slot.leave();
    this.slots.clear();
  }

  get sounding(): readonly string[] {
    return [...this.slots.keys()];
  }

  /** When what is scheduled now comes out of the loudspeaker, on the clock of `performance.now()`. */
  audibleAt(): number {
    const now = performance.now();
    const context = this.context;
    const stamp = context.getOutputTimestamp?.();
    const reported = now + ((context.baseLatency || 0) + (context.outputLatency || 0)) * 1000;
    const measured = stamp?.contextTime && stamp.performanceTime
      ? stamp.performanceTime + (context.currentTime - stamp.contextTime) * 1000
      : 0;
    return Math.max(reported, measured, now) + LOOK_AHEAD_MS;
  }

  /** The gate of one bar as a signal: steps smoothed by a moving average, run cyclically so that the bar closes. */
  gate(steps: readonly number[]): AudioBuffer {
    const key = steps.join();
    const known = this.gates.get(key);
    if (known) return known;
    const frames = Math.round(this.barSeconds * GATE_RATE);
    const window = Math.round(GATE_SMOOTHING * GATE_RATE);
    const buffer = this.context.createBuffer(1, frames, GATE_RATE);
    const out = buffer.getChannelData(0);
    const stepAt = (frame: number): number => steps[Math.floor((((frame % frames) + frames) % frames) * steps.length / frames)] ?? 1;
    let sum = 0;
    for (let i = -window; i < 0; i++) sum += stepAt(i);
    for (let i = 0; i < frames; i++) {
      sum += stepAt(i) - stepAt(i - window);
      out[i] = sum / window;
    }
    this.gates.set(key, buffer);
    return buffer;
  }
}

function openContext(rate: number): AudioContext {
  try {
    // "interactive" is 10 ms of buffer and 30 ms or more of output in some browsers; 0 asks for the least the device can do (docs/adr/0010).
    return new AudioContext({ sampleRate: rate, latencyHint: 0 });
  } catch {
    return new AudioContext({ latencyHint: 'interactive' });
  }
}
