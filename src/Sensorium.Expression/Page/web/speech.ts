import type { Language } from './data';
import type { Speech } from './settings';

/** Says things: by the page's own voice or through the reader's screen reader, never both. */
export class Speaker {
  private clear = 0;

  constructor(private readonly live: HTMLElement, private readonly onSpeaking: (speaking: boolean) => void) {}

  say(text: string, language: Language, how: Speech): void {
    if (how === 'page' && this.utter(text, language)) return;
    if (how !== 'off') this.announce(text);
  }

  stop(): void {
    window.speechSynthesis?.cancel();
    this.onSpeaking(false);
  }

  /** A voice of this very machine: voices of a server would send the words away. */
  static voice(language: Language): SpeechSynthesisVoice | undefined {
    const voices = (window.speechSynthesis?.getVoices() ?? []).filter((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
    return voices.find((voice) => voice.default) ?? voices[0];
  }

  private utter(text: string, language: Language): boolean {
    const synthesis = window.speechSynthesis;
    const voice = Speaker.voice(language);
    if (!synthesis || !voice) return false;
    synthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onstart = () => this.onSpeaking(true);
    utterance.onend = utterance.onerror = () => this.onSpeaking(false);
    synthesis.speak(utterance);
    return true;
  }

  /** A live region is only read when its text changes, so it is emptied first. */
  private announce(text: string): void {
    this.live.textContent = '';
    window.clearTimeout(this.clear);
    this.clear = window.setTimeout(() => { this.live.textContent = text; }, 30);
  }
}
