import type { Language } from './data';
import { byId, make } from './dom';
import { strings } from './strings';

/** The panel that lists every key. */
export class Help {
  private readonly dialog = byId<HTMLDialogElement>('help');

  constructor() {
    byId('help-open').addEventListener('click', () => this.show());
    byId('help-close').addEventListener('click', () => this.dialog.close());
  }

  show(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  render(language: Language): void {
    const s = strings[language];
    const names = s.keyNames;
    const keys: readonly (readonly [string, string])[] = [
      [names.arrows, s.keyArrows], [names.page, s.keyPage], [names.home, s.keyHome], [names.enter, s.keyEnter], [names.back, s.keyBack],
      [names.space, s.keySpace], ['C', s.keySay], ['S', s.keyScan], ['P', s.keyPlay], ['M', s.keyVision], ['+ −', s.keyZoom], ['0', s.keyZoomReset],
      ['L', s.keyLanguage], ['H ?', s.keyHelp], [names.escape, s.keyEscape],
    ];
    byId('help-body').replaceChildren(
      make('p', { textContent: s.helpPointer }),
      make('p', { textContent: s.helpScreenReader }),
      make('p', { textContent: s.helpKeysIn }),
      make('table', {}, make('tbody', {}, ...keys.map(([key, what]) => make('tr', {}, make('th', { scope: 'row' }, make('kbd', { textContent: key })), make('td', { textContent: what }))))),
    );
  }
}
