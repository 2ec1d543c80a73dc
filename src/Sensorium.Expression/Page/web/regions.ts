import { fromBase64, type Level, type PageData, type Point, type RegionData } from './data';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The tree of regions and the grid that says which leaf lies under a place. */
export class Regions {
  readonly width: number;
  readonly height: number;
  private readonly leaves: Uint16Array;

  constructor(readonly all: readonly RegionData[], grid: PageData['grid']) {
    this.width = grid.width;
    this.height = grid.height;
    this.leaves = decodeRuns(fromBase64(grid.runs), grid.width * grid.height);
  }

  get(id: number): RegionData {
    const region = this.all[id];
    if (!region) throw new RangeError(`No region ${id}`);
    return region;
  }

  /** The regions that a level shows: an object without parts stands for itself among the parts. */
  atLevel(level: Level): readonly RegionData[] {
    if (level === 'whole') return this.all.slice(0, 1);
    if (level === 'object') return this.all.filter((region) => region.level === 'object' || (region.level === 'part' && region.parent === 0));
    return this.all.filter((region) => region.children.length === 0);
  }

  /** The region of a level that contains region `id`; on the way down the largest child. */
  lift(id: number, level: Level): number {
    let region = this.get(id);
    if (level === 'part') {
      while (region.children.length > 0) region = this.get(region.children[0] as number);
      return region.id;
    }
    while (region.parent !== null && (level === 'whole' || region.parent !== 0)) region = this.get(region.parent);
    if (level === 'object' && region.parent === null && region.children.length > 0) return region.children[0] as number;
    return region.id;
  }

  /** The leaf under a place in the picture, or null outside. */
  leafAt(x: number, y: number): number | null {
    if (!(x >= 0 && x < 1 && y >= 0 && y < 1)) return null;
    return this.leaves[Math.floor(y * this.height) * this.width + Math.floor(x * this.width)] ?? null;
  }

  /** For one column of the picture: each region of a level that it crosses, with the share of the column it fills, largest first. */
  column(x: number, level: Level): { id: number; share: number }[] {
    const column = Math.min(this.width - 1, Math.max(0, Math.floor(x * this.width)));
    const counts = new Map<number, number>();
    for (let y = 0; y < this.height; y++) {
      const id = this.lift(this.leaves[y * this.width + column] as number, level);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].map(([id, count]) => ({ id, share: count / this.height })).sort((a, b) => b.share - a.share || a.id - b.id);
  }

  /** The nearest region in a direction: first within 45 degrees of it, then anywhere on that side. */
  neighbour(id: number, direction: Direction, level: Level): number | null {
    const from = this.get(id).anchor;
    let best: number | null = null;
    let bestCost = Infinity;
    for (const candidate of this.atLevel(level)) {
      if (candidate.id === id) continue;
      const [along, across] = towards(from, candidate.anchor, direction);
      if (along <= 0) continue;
      const cost = Math.hypot(along, across) + (across > along ? 10 : 0);
      if (cost < bestCost) {
        bestCost = cost;
        best = candidate.id;
      }
    }
    return best;
  }
}

function towards(from: Point, to: Point, direction: Direction): [number, number] {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  switch (direction) {
    case 'left': return [-dx, Math.abs(dy)];
    case 'right': return [dx, Math.abs(dy)];
    case 'up': return [-dy, Math.abs(dx)];
    case 'down': return [dy, Math.abs(dx)];
  }
}

function decodeRuns(bytes: Uint8Array, length: number): Uint16Array {
  const leaves = new Uint16Array(length);
  let read = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[read++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  for (let position = 0; position < length && read < bytes.length;) {
    const run = next();
    leaves.fill(next(), position, position + run);
    position += run;
  }
  return leaves;
}
