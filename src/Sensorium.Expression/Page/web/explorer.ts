import { Engine } from './audio/engine';
import type { LoopBank } from './audio/loops';
import { PitchRange } from './audio/pitch';
import type { VoiceSpec } from './audio/slot';
import { continuous, noteName, noteOf, roleOf, scanning, steady, voiceOf } from './audio/voices';
import type { Level, MapData, PageData, Point, RegionData, Vision } from './data';
import { LatencyMeter } from './latency';
import type { PicturePixels } from './picture';
import { Regions, type Direction } from './regions';
import { Sweep } from './scan';
import type { Settings } from './settings';
import { placeOf, shareOfPicture, strings } from './strings';

/** How the reader came to a region. */
export type Source = 'pointer' | 'key' | 'focus' | 'list';

/** What the explorer tells the page. */
export interface Listener {
  /** The current region, level, sound switch or scan changed. */
  changed(): void;
  /** The reader has come to a region. */
  arrived(id: number, source: Source): void;
  /** Something is to be said. */
  say(text: string): void;
  /** Everything was stopped: whatever speaks falls silent too. */
  stopped(): void;
  /** The scan line is at this share of the width. */
  swept(x: number | null): void;
}

const REST_MS = 400;
const SCAN_VOICES = 5;
const SCAN_SMALLEST_SHARE = 0.03;
const SCAN_FADE = 0.08;
const LEVELS: readonly Level[] = ['whole', 'object', 'part'];

/** Where the reader is in the picture, and what of it sounds. */
export class Explorer {
  readonly latency = new LatencyMeter();
  readonly regions: Regions;
  level: Level;
  current: number | null = null;
  soundOn = true;
  engine: Engine | null = null;
  bank: LoopBank | null = null;
  private readonly sweep: Sweep;
  private range: PitchRange;
  private place: Point | null = null;
  private rest = 0;
  private spoken: number | null = null;
  private voices = new Map<string, VoiceSpec>();

  constructor(readonly map: MapData, private readonly page: PageData, private readonly settings: Settings, private readonly pixels: PicturePixels, private readonly listener: Listener) {
    this.regions = new Regions(map.regions, page.grid);
    this.level = this.regions.atLevel('part').length < 2 ? 'whole' : map.regions.some((region) => region.level === 'object') ? 'object' : 'part';
    this.range = new PitchRange(map.music, settings.lowest, settings.highest);
    this.sweep = new Sweep(() => settings.scanSeconds, (x) => this.scanColumn(x));
  }

  /** Begins to sound; must be called within a gesture. */
  start(): void {
    if (this.engine) return;
    this.engine = new Engine(this.page.sprites[0]?.rate ?? 44100, this.map.music.barSeconds);
    // From silence to the chosen volume over about a second: nothing is suddenly loud.
    this.engine.setVolume(this.settings.volume, 0.15);
  }

  get started(): boolean { return this.engine !== null; }
  get scanning(): boolean { return this.sweep.running; }
  get pitchRange(): PitchRange { return this.range; }

  /** Goes to a region and plays it. `event` is the time stamp of what brought the reader there. */
  select(id: number, source: Source, event?: number, place?: Point): void {
    const arrived = id !== this.current;
    this.place = place ?? null;
    if (this.scanning) this.sweep.stop();
    if (arrived) {
      this.current = id;
      this.spoken = null;
    }
    // A steady voice that already sounds has nothing to change while the pointer moves within its region.
    if (arrived || this.settings.play === 'continuous' || this.engine?.sounding.length === 0) this.sound(event, arrived);
    this.restart(source);
    if (arrived) {
      this.listener.changed();
      this.listener.arrived(id, source);
    }
  }

  /** The pointer is at a place of the picture, or beyond its edges. */
  point(place: Point, event: number): void {
    const leaf = this.regions.leafAt(place[0], place[1]);
    if (leaf === null) this.rove();
    else this.select(this.regions.lift(leaf, this.level), 'pointer', event, place);
  }

  /** Nobody points at anything any more: silence, but the current region stays. */
  rove(): void {
    window.clearTimeout(this.rest);
    if (this.scanning) return;
    this.place = null;
    this.voices.clear();
    this.engine?.silence();
    this.listener.changed();
  }

  walk(direction: Direction, event: number): void {
    if (this.level === 'whole') return this.stay(event);
    const next = this.current === null ? this.first() : this.regions.neighbour(this.current, direction, this.level) ?? this.current;
    this.select(next, 'key', event);
  }

  /** By `step` places in the list of the level, around its ends. */
  turn(step: number, event: number): void {
    if (this.level === 'whole') return this.stay(event);
    const list = this.regions.atLevel(this.level);
    const at = list.findIndex((region) => region.id === this.current);
    const next = list[at < 0 ? 0 : (at + step + list.length) % list.length];
    if (next) this.select(next.id, 'key', event);
  }

  toEnd(last: boolean, event: number): void {
    if (this.level === 'whole') return this.stay(event);
    const list = this.regions.atLevel(this.level);
    const next = list[last ? list.length - 1 : 0];
    if (next) this.select(next.id, 'key', event);
  }

  /** One level deeper (1), where there is one, or higher (-1), staying at the same place. */
  descend(step: 1 | -1, event?: number): void {
    if (step === 1 && this.regions.get(this.current ?? this.first()).children.length === 0) {
      this.tell(strings[this.settings.language].noParts);
      return;
    }
    const next = LEVELS[LEVELS.indexOf(this.level) + step];
    if (next) this.setLevel(next, event);
  }

  setLevel(level: Level, event?: number): void {
    const leaf = this.place && this.regions.leafAt(this.place[0], this.place[1]);
    const from = leaf ?? this.current ?? this.first();
    this.level = level;
    this.current = null;
    this.select(this.regions.lift(from, level), 'key', event);
  }

  /** Turns the sound on or off; `resume` plays the current region at once, otherwise the next movement does. */
  toggleSound(resume: boolean): void {
    this.soundOn = !this.soundOn;
    if (!this.soundOn) {
      this.sweep.stop();
      this.voices.clear();
      this.engine?.silence();
    } else if (resume) {
      this.sound();
    }
    this.listener.changed();
  }

  toggleScan(): void {
    if (this.scanning) {
      this.sweep.stop();
    } else if (this.engine) {
      this.soundOn = true;
      window.clearTimeout(this.rest);
      this.engine.silence();
      this.sweep.start();
      this.listener.say(`${this.page.title}. ${strings[this.settings.language].scanStarted}`);
    }
    this.listener.changed();
  }

  /** Everything falls silent; the next movement plays again. */
  stop(): void {
    window.clearTimeout(this.rest);
    this.sweep.stop();
    this.voices.clear();
    this.engine?.silence();
    this.listener.stopped();
    this.listener.changed();
  }

  /** Takes up changed settings. */
  refresh(): void {
    this.range = new PitchRange(this.map.music, this.settings.lowest, this.settings.highest);
    this.engine?.setVolume(this.settings.volume);
    if (this.engine && this.engine.sounding.length > 0 && !this.scanning) this.sound();
    this.listener.changed();
  }

  sayCurrent(): void {
    if (this.current !== null) this.listener.say(this.describe(this.regions.get(this.current)));
  }

  /** Colour name, place, label if any, share of the area. */
  describe(region: RegionData): string {
    const language = this.settings.language;
    const whole = region.level === 'whole' ? `${strings[language].whole}: ${this.page.title}` : '';
    const named = [region.name[language], placeOf(region, language)].filter((part) => part !== '').join(', ');
    return [whole, named, region.label ?? '', shareOfPicture(region.area, language)].filter((part) => part !== '').join('. ');
  }

  /** What sounds now: region, instrument, note. */
  captions(): { region: RegionData; instrument: string; note: string }[] {
    const language = this.settings.language;
    return [...this.voices].map(([key, voice]) => ({
      region: this.regions.get(Number(key)),
      instrument: voice.layers.filter((layer) => layer.gain > 0.2).map((layer) => this.bank?.sprite.instruments[layer.loop.role]?.[language] ?? roleOf(voice)).join(' + '),
      note: noteName(noteOf(voice), language, this.map.music.key),
    }));
  }

  /** The whole has no neighbours: says how to go in. */
  private stay(event: number): void {
    const whole = this.regions.get(this.first());
    const arrived = this.current !== whole.id;
    this.select(whole.id, 'key', event);
    const words = strings[this.settings.language];
    const hint = whole.children.length > 0 ? words.goIn : words.noParts;
    // A screen reader names the whole by itself, as it has the focus.
    this.tell(arrived && this.settings.speech !== 'reader' ? `${this.describe(whole)}. ${hint}` : hint);
  }

  /** Says something instead of the name that the next rest would bring. */
  private tell(text: string): void {
    window.clearTimeout(this.rest);
    this.spoken = this.current;
    this.listener.say(text);
  }

  private first(): number {
    return this.regions.atLevel(this.level)[0]?.id ?? 0;
  }

  private sound(event?: number, arrived = false): void {
    const { engine, bank } = this;
    if (!engine || !bank || !this.soundOn || this.current === null) return;
    const region = this.regions.get(this.current);
    this.voices = new Map([[String(region.id), this.voiceFor(region, bank)]]);
    engine.play(this.voices);
    if (event !== undefined && arrived) this.latency.add(event, engine.audibleAt());
  }

  private voiceFor(region: RegionData, bank: LoopBank): VoiceSpec {
    const vision: Vision = this.settings.vision;
    const place = this.place ?? region.anchor;
    const colour = this.settings.play === 'continuous' ? this.pixels.at(place) : null;
    if (!colour) return steady(voiceOf(region, vision), bank, this.range);
    return continuous(region, colour, vision, this.map, bank, this.range, (place[0] * 2 - 1) * this.map.mapping.point.panDegrees / 90);
  }

  private scanColumn(x: number | null): void {
    const { engine, bank } = this;
    this.voices = new Map();
    if (x !== null && engine && bank) {
      const crossed = this.regions.column(x, this.level).filter((run) => run.share >= SCAN_SMALLEST_SHARE).slice(0, SCAN_VOICES);
      for (const { id, share } of crossed) this.voices.set(String(id), scanning(this.regions.get(id), this.settings.vision, bank, this.range, (x * 2 - 1) * this.map.mapping.scan.panDegrees / 90, share));
    }
    engine?.play(this.voices, SCAN_FADE);
    this.listener.swept(x);
    this.listener.changed();
  }

  /** Rest is measured from the last movement; a region is named once a visit. */
  private restart(source: Source): void {
    window.clearTimeout(this.rest);
    // The screen reader names the element that has the focus by itself.
    if (this.settings.speech === 'reader' && source !== 'pointer') return;
    const id = this.current;
    this.rest = window.setTimeout(() => {
      if (this.spoken === id || id === null) return;
      this.spoken = id;
      this.sayCurrent();
    }, REST_MS);
  }
}
