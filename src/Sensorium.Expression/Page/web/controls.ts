import { noteName } from './audio/voices';
import type { Level, PageData, Vision } from './data';
import { byId, fill, make } from './dom';
import type { Explorer } from './explorer';
import type { MapView } from './map-view';
import type { Settings, SettingsStore, Speech } from './settings';
import { Speaker } from './speech';
import { levelName, strings, withPercent, type Strings, type Word } from './strings';

const LEVELS: readonly Level[] = ['whole', 'object', 'part'];
const VISIONS: readonly Vision[] = ['normal', 'protan', 'deutan', 'tritan'];
const LANGUAGE_BUTTONS = ['language', 'start-language'] as const;
const SPEECHES: readonly Speech[] = ['page', 'reader', 'off'];

/** The bar under the picture and the settings beside it. */
export class Controls {
  private readonly levels: HTMLButtonElement[];

  constructor(private readonly store: SettingsStore, private readonly page: PageData, private readonly explorer: Explorer, private readonly view: MapView, private readonly apply: (changed: keyof Settings) => void) {
    const press = (id: string, action: () => void): void => byId(id).addEventListener('click', action);
    press('sound', () => explorer.toggleSound(false));
    press('scan', () => explorer.toggleScan());
    press('stop', () => explorer.stop());
    press('say', () => explorer.sayCurrent());
    press('zoom-in', () => view.zoomBy(1.5));
    press('zoom-out', () => view.zoomBy(1 / 1.5));
    press('zoom-reset', () => view.zoomReset());
    for (const id of LANGUAGE_BUTTONS) press(id, () => this.set({ language: store.value.language === 'ko' ? 'en' : 'ko' }));
    press('range-reset', () => this.set({ lowest: null, highest: null }));
    this.levels = LEVELS.map((level) => make('button', { type: 'button', id: `level-${level}`, onclick: () => explorer.setLevel(level) }));
    byId('levels').replaceChildren(...this.levels);
    // A level button plays where it leads to, for as long as the reader stays on it.
    for (const kind of ['pointerleave', 'focusout']) byId('levels').addEventListener(kind, () => explorer.rove());
    this.onSelect('vision', (value) => ({ vision: value as Vision }));
    this.onSelect('sets', (value) => ({ set: value }));
    this.onSelect('play', (value) => ({ play: value as Settings['play'] }));
    this.onSelect('speech', (value) => ({ speech: value as Speech }));
    this.onRange('volume', (volume) => ({ volume }));
    this.onRange('scan-seconds', (scanSeconds) => ({ scanSeconds }));
    // The two bounds push each other, an octave apart.
    this.onRange('lowest', (lowest) => ({ lowest, highest: Math.max(lowest + 12, Math.round(explorer.pitchRange.highest)) }));
    this.onRange('highest', (highest) => ({ highest, lowest: Math.min(highest - 12, Math.round(explorer.pitchRange.lowest)) }));
  }

  nextVision(): void {
    this.set({ vision: next(VISIONS, this.store.value.vision) });
  }

  nextPlay(): void {
    this.set({ play: this.store.value.play === 'discrete' ? 'continuous' : 'discrete' });
  }

  /** Words and values, after a change of either. */
  render(): void {
    const { value } = this.store;
    const s = strings[value.language];
    for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) element.textContent = s[element.dataset['text'] as Word];
    for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) element.setAttribute('aria-label', s[element.dataset['label'] as Word]);
    for (const id of LANGUAGE_BUTTONS) {
      byId(id).textContent = s.languageButton;
      byId(id).lang = value.language === 'ko' ? 'en' : 'ko';
    }
    fill(byId('vision'), VISIONS.map((vision) => [vision, s[vision]] as const), value.vision);
    byId('vision-note').hidden = value.vision === 'normal';
    fill(byId('sets'), this.page.sprites.map((sprite) => [sprite.set, sprite.name[value.language]] as const), value.set ?? '');
    const sets = byId<HTMLSelectElement>('sets');
    if (sets.selectedIndex < 0) sets.selectedIndex = 0;
    byId('sets-field').hidden = this.page.sprites.length < 2;
    fill(byId('play'), (['discrete', 'continuous'] as const).map((play) => [play, s[play]] as const), value.play);
    fill(byId('speech'), speechOptions(s), value.speech);
    const note = byId('speech-note');
    note.hidden = value.speech !== 'page' || Speaker.voice(value.language) !== undefined;
    note.textContent = s.noVoice;
    this.renderStartSpeech(s);
    this.renderRanges(s);
    this.renderZoom();
    this.renderState();
  }

  /** The pressed states, which change as the reader explores. */
  renderState(): void {
    const s = strings[this.store.value.language];
    pressed(byId('sound'), this.explorer.soundOn, this.explorer.soundOn ? s.soundOn : s.soundOff);
    pressed(byId('scan'), this.explorer.scanning, this.explorer.scanning ? s.scanStop : s.scan);
    this.levels.forEach((button, i) => pressed(button, LEVELS[i] === this.explorer.level, levelName(LEVELS[i] ?? 'whole', this.store.value.language)));
  }

  /** "150 %". */
  get zoomText(): string { return withPercent(Math.round(this.view.zoom * 100), this.store.value.language); }

  renderZoom(): void {
    const button = byId('zoom-reset');
    const text = this.zoomText;
    button.textContent = text;
    button.setAttribute('aria-label', `${text}, ${strings[this.store.value.language].zoomReset}`);
  }

  private renderRanges(s: Strings): void {
    const { value } = this.store;
    const range = this.explorer.pitchRange;
    const { key } = this.explorer.map.music;
    const show = (id: string, number: number, text: string): void => {
      const input = byId<HTMLInputElement>(id);
      input.value = String(Math.round(number));
      input.setAttribute('aria-valuetext', text);
      byId<HTMLOutputElement>(`${id}-value`).textContent = text;
    };
    show('volume', value.volume, withPercent(value.volume, value.language));
    show('lowest', range.lowest, noteName(range.lowest, value.language, key));
    show('highest', range.highest, noteName(range.highest, value.language, key));
    show('scan-seconds', value.scanSeconds, s.seconds.replace('{}', String(value.scanSeconds)));
  }

  private renderStartSpeech(s: Strings): void {
    const choices = byId('start-speech-choices');
    const focused = choices.contains(document.activeElement);
    choices.replaceChildren(...speechOptions(s).map(([value, text]) => {
      const input = make('input', { type: 'radio', name: 'start-speech', value, checked: value === this.store.value.speech });
      input.addEventListener('change', () => this.set({ speech: value }));
      return make('label', {}, input, ` ${text}`);
    }));
    if (focused) choices.querySelector<HTMLInputElement>('input:checked')?.focus();
  }

  private onSelect(id: string, change: (value: string) => Partial<Settings>): void {
    const select = byId<HTMLSelectElement>(id);
    select.addEventListener('change', () => this.set(change(select.value)));
  }

  private onRange(id: string, change: (value: number) => Partial<Settings>): void {
    const input = byId<HTMLInputElement>(id);
    input.addEventListener('input', () => this.set(change(Number(input.value))));
  }

  set(change: Partial<Settings>): void {
    this.store.change(change);
    for (const key of Object.keys(change)) this.apply(key as keyof Settings);
  }
}

const speechOptions = (s: Strings): (readonly [Speech, string])[] => SPEECHES.map((speech) => [speech, speech === 'page' ? s.speechPage : speech === 'reader' ? s.speechReader : s.speechOff] as const);

/** The entry after this one, around the end. */
const next = <T>(list: readonly T[], value: T): T => list[(list.indexOf(value) + 1) % list.length] ?? value;

function pressed(button: HTMLElement, on: boolean, text: string): void {
  button.setAttribute('aria-pressed', String(on));
  if (button.textContent !== text) button.textContent = text;
}

