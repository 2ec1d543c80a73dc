import type { Explorer } from './explorer';

/** `window.sensorium`: what tests and curious people can read of the running page. */
export function exposeHook(explorer: Explorer, ready: Promise<unknown>): void {
  const analyser = (): AnalyserNode | undefined => explorer.engine?.analyser;
  const hook = {
    ready,
    get latency() {
      const { count, last, median, p95 } = explorer.latency;
      return { count, last, median, p95 };
    },
    get context() { return explorer.engine?.context; },
    get analyser() { return analyser(); },
    get current() { return explorer.current; },
    get level() { return explorer.level; },
    get scanning() { return explorer.scanning; },
    get sounding() { return explorer.engine?.sounding ?? []; },
    get captions() { return explorer.captions().map(({ region, instrument, note }) => ({ region: region.id, instrument, note })); },
    /** Root mean square of what leaves the page, 0..1. */
    loudness(): number {
      const node = analyser();
      if (!node) return 0;
      const samples = new Float32Array(node.fftSize);
      node.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
    },
    /** Level in dB of each bin; bin i lies at i * sampleRate / fftSize. */
    spectrum(): Float32Array {
      const node = analyser();
      const bins = new Float32Array(node?.frequencyBinCount ?? 0);
      node?.getFloatFrequencyData(bins);
      return bins;
    },
    /** Frequency in Hz of the strongest bin. */
    peakHertz(): number {
      const bins = hook.spectrum();
      const node = analyser();
      return node ? bins.indexOf(Math.max(...bins)) * node.context.sampleRate / node.fftSize : 0;
    },
  };
  Object.defineProperty(window, 'sensorium', { value: hook });
}
