import type { Level, Point, RegionData } from './data';
import { byId, make } from './dom';
import type { Regions } from './regions';

const SVG = 'http://www.w3.org/2000/svg';
const LARGEST_ZOOM = 8;

/** The picture on the screen: outlines, one focusable element for each region at its place, zoom, and which place lies under a point. */
export class MapView {
  readonly map = byId('map');
  readonly image = byId<HTMLImageElement>('picture');
  private readonly world = byId('world');
  private readonly outlines = byId<SVGSVGElement>('outlines');
  private readonly spots = byId('spots');
  private readonly line = byId('sweep');
  private readonly buttons = new Map<number, HTMLButtonElement>();
  private readonly paths = new Map<number, SVGPathElement>();
  private readonly lit: SVGPathElement[] = [];
  private scale = 1;
  private centre: [number, number] = [0.5, 0.5];

  constructor(private readonly regions: Regions, private readonly aspect: number, private readonly onZoom: () => void) {
    this.map.style.setProperty('--aspect', String(aspect));
    new ResizeObserver(() => this.layOut()).observe(this.map);
  }

  get zoom(): number { return this.scale; }

  /** Draws the regions of a level and makes their elements. */
  showLevel(level: Level, name: (region: RegionData) => string): void {
    const regions = this.regions.atLevel(level);
    this.buttons.clear();
    this.paths.clear();
    this.lit.length = 0;
    const thin = regions.map((region) => {
      const path = outline(region, 'edge');
      this.paths.set(region.id, path);
      return path;
    });
    // Two strokes, dark under light, are seen on every colour. The region that sounds is drawn last, over all others.
    for (const kind of ['lit-under', 'lit-over']) {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('class', kind);
      this.lit.push(path);
    }
    this.outlines.replaceChildren(...thin.map((path) => under(path)), ...thin, ...this.lit);
    this.spots.replaceChildren(...regions.map((region) => this.spot(region, name(region))));
  }

  /** Renames the elements, for another language. */
  rename(name: (region: RegionData) => string): void {
    for (const [id, button] of this.buttons) button.setAttribute('aria-label', name(this.regions.get(id)));
  }

  /** Lights one region; null for none. Only its element is a tab stop. */
  light(id: number | null): void {
    const shape = id === null ? '' : this.paths.get(id)?.getAttribute('d') ?? '';
    for (const path of this.lit) path.setAttribute('d', shape);
    for (const [other, button] of this.buttons) {
      button.tabIndex = other === id ? 0 : -1;
      button.classList.toggle('current', other === id);
    }
  }

  focusSpot(id: number): void {
    this.buttons.get(id)?.focus({ preventScroll: true });
  }

  /** The region whose element this is. */
  idOf(target: EventTarget | null): number | null {
    const id = target instanceof HTMLElement ? target.dataset['region'] : undefined;
    return id === undefined ? null : Number(id);
  }

  /** A place of the window as a place in the picture, outside 0..1 beyond its edges. */
  toPicture(x: number, y: number): Point {
    const box = this.world.getBoundingClientRect();
    return [(x - box.left) / box.width, (y - box.top) / box.height];
  }

  /** Zooms by a factor around a place of the window, or around the middle. */
  zoomBy(factor: number, x?: number, y?: number): void {
    const frame = this.map.getBoundingClientRect();
    const [px, py] = this.toPicture(x ?? frame.left + frame.width / 2, y ?? frame.top + frame.height / 2);
    const before = this.scale;
    this.scale = Math.min(LARGEST_ZOOM, Math.max(1, this.scale * factor));
    const ratio = before / this.scale;
    this.centre = [px + (this.centre[0] - px) * ratio, py + (this.centre[1] - py) * ratio];
    this.layOut();
  }

  zoomReset(): void {
    this.scale = 1;
    this.centre = [0.5, 0.5];
    this.layOut();
  }

  /** Moves the picture by a way on the screen. */
  panBy(dx: number, dy: number): void {
    const box = this.world.getBoundingClientRect();
    this.centre = [this.centre[0] - dx / box.width, this.centre[1] - dy / box.height];
    this.layOut();
  }

  /** Brings a place into view. */
  reveal([x, y]: Point): void {
    if (this.scale <= 1) return;
    const half = 0.4 / this.scale;
    this.centre = [Math.min(x + half, Math.max(x - half, this.centre[0])), Math.min(y + half, Math.max(y - half, this.centre[1]))];
    this.layOut();
  }

  /** Puts the scan line at a share of the width; null hides it. */
  sweepTo(x: number | null): void {
    this.line.hidden = x === null;
    if (x !== null) this.line.style.left = `${x * 100}%`;
  }

  /** The world is laid out anew rather than scaled, so that lines stay crisp at every zoom. */
  private layOut(): void {
    const width = this.map.clientWidth;
    const height = this.map.clientHeight;
    if (!width || !height) return;
    const fit = Math.min(width, height * this.aspect);
    const w = fit * this.scale;
    const h = w / this.aspect;
    const bound = (centre: number, size: number, frame: number): number => {
      const half = Math.min(0.5, frame / size / 2);
      return Math.min(1 - half, Math.max(half, centre));
    };
    this.centre = [bound(this.centre[0], w, width), bound(this.centre[1], h, height)];
    this.onZoom();
    this.world.style.width = `${w}px`;
    this.world.style.height = `${h}px`;
    this.world.style.left = `${width / 2 - this.centre[0] * w}px`;
    this.world.style.top = `${height / 2 - this.centre[1] * h}px`;
  }

  /** An element the size of the region's box, cut to its shape, so that touch exploration finds what lies under the finger. */
  private spot(region: RegionData, name: string): HTMLButtonElement {
    const [left, top, right, bottom] = region.box;
    const button = make('button', { type: 'button', tabIndex: -1 });
    button.dataset['region'] = String(region.id);
    button.setAttribute('aria-label', name);
    button.style.left = `${left * 100}%`;
    button.style.top = `${top * 100}%`;
    button.style.width = `${(right - left) * 100}%`;
    button.style.height = `${(bottom - top) * 100}%`;
    const clip = clipPath(region);
    if (clip) button.style.clipPath = clip;
    this.buttons.set(region.id, button);
    return button;
  }
}

function outline(region: RegionData, kind: string): SVGPathElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', region.outlines.map((polygon) => `M${polygon.map(([x, y]) => `${(x * 1000).toFixed(1)} ${(y * 1000).toFixed(1)}`).join('L')}Z`).join(''));
  path.setAttribute('class', kind);
  return path;
}

function under(path: SVGPathElement): SVGPathElement {
  const copy = path.cloneNode() as SVGPathElement;
  copy.setAttribute('class', 'edge-under');
  return copy;
}

/** The outlines within the box as one polygon: each hole is walked to and back along the same line, which the even-odd rule cancels. */
function clipPath(region: RegionData): string | null {
  const [left, top, right, bottom] = region.box;
  const outer = region.outlines[0];
  const first = outer?.[0];
  if (!outer || !first || outer.length < 3 || right <= left || bottom <= top) return null;
  const points: Point[] = [...outer, first];
  for (const hole of region.outlines.slice(1)) {
    const start = hole[0];
    if (start) points.push(...hole, start, first);
  }
  const percent = (value: number): string => `${(Math.min(1, Math.max(0, value)) * 100).toFixed(2)}%`;
  return `polygon(evenodd, ${points.map(([x, y]) => `${percent((x - left) / (right - left))} ${percent((y - top) / (bottom - top))}`).join(', ')})`;
}
