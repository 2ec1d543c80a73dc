import type { Language, Vision } from './data';

export type Speech = 'page' | 'reader' | 'off';

/** What the reader chose; kept for next time where the browser allows it. */
export interface Settings {
  language: Language;
  vision: Vision;
  speech: Speech;
  /** 0..100. */
  volume: number;
  /** Name of the sound set, or null for the page's first. */
  set: string | null;
  play: 'discrete' | 'continuous';
  /** MIDI note numbers, or null for the picture's own range. */
  lowest: number | null;
  highest: number | null;
  /** Seconds of one sweep. */
  scanSeconds: number;
  /** Whether the first-visit words were already shown. */
  seen: boolean;
}

const KEY = 'sensorium.page.1';

export class SettingsStore {
  readonly value: Settings;

  constructor(language: Language) {
    this.value = {
      language, vision: 'normal', speech: 'speechSynthesis' in window ? 'page' : 'reader', volume: 70, set: null,
      play: 'discrete', lowest: null, highest: null, scanSeconds: 12, seen: false,
    };
    Object.assign(this.value, sane(this.read()));
  }

  change(change: Partial<Settings>): void {
    Object.assign(this.value, change);
    try {
      localStorage.setItem(KEY, JSON.stringify(this.value));
    } catch {
      // Storage may be forbidden, above all for pages opened from disk: the choice then lasts as long as the page.
    }
  }

  private read(): unknown {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? 'null');
    } catch {
      return null;
    }
  }
}

/** Only what has the right type and range: another version, or a person, may have written the rest. */
function sane(stored: unknown): Partial<Settings> {
  if (typeof stored !== 'object' || stored === null) return {};
  const from = stored as Record<string, unknown>;
  const out: Partial<Settings> = {};
  const pick = <K extends keyof Settings>(key: K, fits: (value: unknown) => boolean): void => {
    if (key in from && fits(from[key])) out[key] = from[key] as Settings[K];
  };
  const among = (...values: unknown[]) => (value: unknown): boolean => values.includes(value);
  const within = (low: number, high: number) => (value: unknown): boolean => typeof value === 'number' && value >= low && value <= high;
  pick('language', among('en', 'ko'));
  pick('vision', among('normal', 'protan', 'deutan', 'tritan'));
  pick('speech', among('page', 'reader', 'off'));
  pick('volume', within(0, 100));
  pick('set', (value) => typeof value === 'string');
  pick('play', among('discrete', 'continuous'));
  pick('lowest', within(33, 81));
  pick('highest', within(57, 105));
  pick('scanSeconds', within(3, 40));
  pick('seen', among(true, false));
  return out;
}
