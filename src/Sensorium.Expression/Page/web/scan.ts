/** A line that sweeps over the picture from left to right, again and again, with a short rest between. */
export class Sweep {
  private frame = 0;
  private started = 0;
  private readonly rest = 0.6;

  /** @param onColumn told of each place of the line, 0..1, and of null in the rests and at the end. */
  constructor(private readonly seconds: () => number, private readonly onColumn: (x: number | null) => void) {}

  get running(): boolean { return this.frame !== 0; }

  start(): void {
    this.stop();
    this.started = performance.now();
    const step = (): void => {
      this.frame = window.requestAnimationFrame(step);
      const period = this.seconds() + this.rest;
      const time = ((performance.now() - this.started) / 1000) % period;
      this.onColumn(time < this.seconds() ? time / this.seconds() : null);
    };
    this.frame = window.requestAnimationFrame(step);
  }

  stop(): void {
    if (!this.running) return;
    window.cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.onColumn(null);
  }
}
