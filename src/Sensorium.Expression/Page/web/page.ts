import { LoopBank } from './audio/loops';
import { Contents } from './contents';
import { Controls } from './controls';
import { readJson, type MapData, type PageData, type RegionData } from './data';
import { byId, make } from './dom';
import { Explorer, type Source } from './explorer';
import { Help } from './help';
import { exposeHook } from './hook';
import { listenToKeys } from './keys';
import { MapView } from './map-view';
import { PicturePixels } from './picture';
import { PointerInput } from './pointer';
import { SettingsStore, type Settings } from './settings';
import { Speaker } from './speech';
import { graded, placeOf, shareOfPicture, strings, type Strings } from './strings';

/** Joins the parts of the page. */
class Page {
  private readonly map = readJson<MapData>('map-data');
  private readonly data = readJson<PageData>('page-data');
  private readonly store = new SettingsStore(this.data.language);
  private readonly settings = this.store.value;
  private readonly explorer: Explorer;
  private readonly view: MapView;
  private readonly contents: Contents;
  private readonly controls: Controls;
  private readonly help = new Help();
  private readonly speaker: Speaker;
  private readonly pixels: PicturePixels;
  private readonly banks = new Map<string, Promise<LoopBank>>();
  private shownLevel = '';
  private moving = false;
  private broken = false;

  constructor() {
    const image = byId<HTMLImageElement>('picture');
    this.pixels = new PicturePixels(image, byId('simulated'), this.data.vision);
    this.speaker = new Speaker(byId('live'), (speaking) => this.explorer.engine?.setDucked(speaking));
    this.explorer = new Explorer(this.map, this.data, this.settings, this.pixels, {
      changed: () => this.show(),
      arrived: (id, source) => this.arrived(id, source),
      say: (text) => this.say(text),
      stopped: () => this.speaker.stop(),
      swept: (x) => this.view.sweepTo(x),
    });
    this.view = new MapView(this.explorer.regions, this.map.picture.width / this.map.picture.height, () => this.controls?.renderZoom());
    this.contents = new Contents(this.explorer.regions, (id, event) => this.goTo(id, event), () => this.explorer.rove());
    this.controls = new Controls(this.store, this.data, this.explorer, this.view, (changed) => this.apply(changed));
    new PointerInput(this.view, this.explorer);
    this.listen();
    this.renderAll();
    byId('start-button').focus({ preventScroll: true });
    const ready = Promise.all([this.loadSet(), image.decode().catch(() => undefined)]).then(() => this.pixels.show(this.settings.vision));
    exposeHook(this.explorer, ready);
  }

  private listen(): void {
    listenToKeys(this.view.map, this.explorer, {
      sound: () => {
        this.explorer.toggleSound(true);
        this.say(this.explorer.soundOn ? this.words.soundOn : this.words.soundOff);
      },
      scan: () => {
        this.explorer.toggleScan();
        if (!this.explorer.scanning) this.say(this.words.scanStopped);
      },
      zoom: (factor) => {
        if (factor === null) this.view.zoomReset();
        else this.view.zoomBy(factor);
        this.say(`${this.words.zoom} ${this.controls.zoomText}`);
      },
      nextVision: () => {
        this.controls.nextVision();
        this.say(this.words[this.settings.vision]);
      },
      nextLanguage: () => {
        byId('language').click();
        this.say(this.words.languageName);
      },
      nextPlay: () => {
        this.controls.nextPlay();
        this.say(this.words[this.settings.play]);
      },
      help: () => {
        this.explorer.stop();
        this.help.show();
      },
      leave: () => this.leave(),
    });
    const panel = byId('start');
    panel.addEventListener('click', (event) => {
      // The choice of a voice or a language is no start; the button and whatever lies around the card are.
      if (!(event.target as Element).closest('fieldset, #start-language')) this.start();
    });
    this.view.map.addEventListener('focusin', (event) => {
      const id = this.view.idOf(event.target);
      if (id !== null && !this.moving && this.explorer.started) this.explorer.select(id, 'focus', event.timeStamp);
    });
    this.view.map.addEventListener('focusout', (event) => {
      if (!this.moving && !(event.relatedTarget instanceof Node && this.view.map.contains(event.relatedTarget))) this.explorer.rove();
    });
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.explorer.stop(); });
    // Voices arrive late in some browsers.
    window.speechSynthesis?.addEventListener?.('voiceschanged', () => this.controls.render());
    window.addEventListener('pagehide', () => this.speaker.stop());
  }

  /** Closes the start dialog, begins to sound and moves the keyboard onto the map. */
  private start(): void {
    if (this.explorer.started) return;
    this.explorer.start();
    byId('start').hidden = true;
    // The page is inert until then, so that nobody wanders behind the dialog.
    for (const element of document.querySelectorAll<HTMLElement>('header, main')) element.inert = false;
    this.store.change({ seen: true });
    this.view.map.focus({ preventScroll: true });
    this.show();
  }

  private arrived(id: number, source: Source): void {
    const region = this.explorer.regions.get(id);
    if (this.speaks) this.speaker.stop();
    if (source === 'key') {
      this.view.reveal(region.anchor);
      // With the page's own voice the focus stays where it is, so that a screen reader that runs beside it keeps quiet.
      if (this.settings.speech === 'reader') this.quietly(() => this.view.focusSpot(id));
    }
  }

  private get words(): Strings { return strings[this.settings.language]; }

  private get speaks(): boolean { return this.settings.speech === 'page'; }

  /** From the list. */
  private goTo(id: number, event: number): void {
    const region = this.explorer.regions.get(id);
    if (!this.explorer.started) return;
    if (!this.explorer.regions.atLevel(this.explorer.level).includes(region)) this.explorer.level = region.level;
    this.explorer.select(id, 'list', event);
  }

  private leave(): void {
    this.explorer.stop();
    this.quietly(() => byId('sound').focus());
    this.say(this.words.left);
  }

  private say(text: string): void {
    this.speaker.say(text, this.settings.language, this.settings.speech);
  }

  /** Moves the focus without taking it for the reader's own movement. */
  private quietly(action: () => void): void {
    this.moving = true;
    action();
    this.moving = false;
  }

  private apply(changed: keyof Settings): void {
    if (changed === 'vision') this.pixels.show(this.settings.vision);
    if (changed === 'set') void this.loadSet();
    if (changed === 'speech') this.speaker.stop();
    this.explorer.refresh();
    if (changed === 'language') this.renderAll();
    else this.controls.render();
  }

  /** Decodes the chosen sound set, once. */
  private async loadSet(): Promise<void> {
    const index = Math.max(0, this.data.sprites.findIndex((sprite) => sprite.set === this.settings.set));
    const sprite = this.data.sprites[index];
    if (!sprite) return;
    let bank = this.banks.get(sprite.set);
    if (!bank) {
      bank = LoopBank.load(sprite, byId(`sprite-${index}`).textContent ?? '');
      this.banks.set(sprite.set, bank);
    }
    try {
      this.explorer.bank = await bank;
      this.broken = false;
    } catch {
      this.broken = true;
    }
    this.explorer.refresh();
  }

  private name(region: RegionData): string {
    return this.explorer.describe(region);
  }

  private renderAll(): void {
    const { language } = this.settings;
    const s = strings[language];
    document.documentElement.lang = language;
    this.view.map.setAttribute('aria-label', `${s.map}: ${this.data.title}`);
    this.view.map.setAttribute('aria-roledescription', s.map);
    this.view.image.alt = this.data.title;
    byId('start-text').textContent = this.settings.seen ? s.startAgain : s.startText;
    this.renderFeeling();
    this.help.render(language);
    this.contents.render(language);
    this.view.rename((region) => this.name(region));
    this.controls.render();
    this.show();
  }

  private renderFeeling(): void {
    const { language } = this.settings;
    const s = strings[language];
    const { feeling, music, mapping } = this.map;
    const mood = [graded(s.energy, feeling.arousal.mean), graded(s.pleasure, feeling.valence.mean), feeling.warmth === null ? '' : graded(s.temperature, feeling.warmth)].filter((word) => word !== '').join(', ');
    const tempo = s.beats.replace('{}', String(Math.round(music.tempo)));
    byId('mood').textContent = [mood, music.key.name[language], tempo].join(' · ');
    const rows: readonly (readonly [string, string])[] = [[s.mood, mood], [s.key, music.key.name[language]], [s.tempo, tempo], [s.mapping, s.mappingName.replace('{}', () => mapping.name?.[language] ?? mapping.id)]];
    byId('feeling').replaceChildren(...rows.flatMap(([term, value]) => [make('dt', { textContent: term }), make('dd', { textContent: value })]));
    byId('evidence').replaceChildren(...feeling.evidence.map((sentence) => make('li', { textContent: sentence[language] })));
  }

  /** Brings the screen up to what the explorer is at. */
  private show(): void {
    if (!this.contents) return;
    if (this.shownLevel !== this.explorer.level) {
      this.shownLevel = this.explorer.level;
      const inside = this.view.map.contains(document.activeElement) && document.activeElement !== this.view.map;
      this.quietly(() => {
        this.view.showLevel(this.explorer.level, (region) => this.name(region));
        if (inside) this.view.map.focus({ preventScroll: true });
      });
    }
    this.view.light(this.explorer.current);
    this.contents.mark(this.explorer.current);
    this.controls?.renderState();
    this.showCaption();
    this.showLatency();
  }

  private showCaption(): void {
    const { language } = this.settings;
    const s = strings[language];
    const sounding = this.explorer.captions();
    const current = this.explorer.scanning ? null : this.explorer.current;
    const region = current === null ? null : this.explorer.regions.get(current);
    byId('caption-swatch').style.backgroundColor = region?.rgb ?? '';
    byId('caption').classList.toggle('empty', region === null);
    byId('caption-name').textContent = region ? region.label ?? region.name[language] : '';
    byId('caption-detail').textContent = region ? [region.label ? region.name[language] : '', placeOf(region, language), shareOfPicture(region.area, language)].filter((part) => part !== '').join(' · ') : this.explorer.scanning ? s.scanning : '';
    const sound = this.broken ? s.broken
      : !this.explorer.soundOn ? s.quiet
        : sounding.length > 0 ? sounding.map((voice) => `♪ ${voice.instrument} ${voice.note}${this.explorer.scanning ? ` (${voice.region.name[language]})` : ''}`).join('   ')
          // Words for whoever has found nothing yet; a line that rests or a region fallen silent has its own.
          : region || this.explorer.scanning ? '' : s.idle;
    byId('caption-sound').textContent = sound;
  }

  private showLatency(): void {
    const s = strings[this.settings.language];
    const { latency } = this.explorer;
    byId('meter').textContent = latency.count === 0 ? `${s.meter}: ${s.meterNone}` : `${s.meter}: ${s.meterMeasured.replace('{median}', String(Math.round(latency.median))).replace('{p95}', String(Math.round(latency.p95))).replace('{count}', String(latency.count))}`;
  }
}

new Page();
