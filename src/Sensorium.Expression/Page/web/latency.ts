/** Time from the reader's movement to the sound of it, over the last 100 changes, in milliseconds. */
export class LatencyMeter {
  private readonly times: number[] = [];

  /** @param from timestamp of the event; @param to when its sound comes out. Both on the clock of `performance.now()`. */
  add(from: number, to: number): void {
    const time = to - from;
    // An event that a script or a replay made may carry another clock.
    if (!(time >= 0 && time < 2000)) return;
    this.times.push(time);
    if (this.times.length > 100) this.times.shift();
  }

  get count(): number { return this.times.length; }
  get last(): number { return this.times[this.times.length - 1] ?? 0; }
  get median(): number { return this.quantile(0.5); }
  get p95(): number { return this.quantile(0.95); }

  /** The smallest time that at least this share of all times does not pass. */
  private quantile(share: number): number {
    const sorted = [...this.times].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  }
}
