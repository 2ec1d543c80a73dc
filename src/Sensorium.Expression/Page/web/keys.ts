import type { Explorer } from './explorer';
import type { Direction } from './regions';

/** What keys do beyond the explorer itself. */
export interface KeyActions {
  sound(): void;
  scan(): void;
  zoom(factor: number | null): void;
  nextVision(): void;
  nextLanguage(): void;
  nextPlay(): void;
  help(): void;
  leave(): void;
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** The keys of the sound map. They work only while it has the focus, so that single letters never get in anybody's way. */
export function listenToKeys(map: HTMLElement, explorer: Explorer, actions: KeyActions): void {
  const at = (event: KeyboardEvent): number => event.timeStamp;
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    PageDown: (event) => explorer.turn(1, at(event)),
    PageUp: (event) => explorer.turn(-1, at(event)),
    Home: (event) => explorer.toEnd(false, at(event)),
    End: (event) => explorer.toEnd(true, at(event)),
    Enter: (event) => explorer.descend(1, at(event)),
    Backspace: (event) => explorer.descend(-1, at(event)),
    ' ': () => actions.sound(),
    Escape: () => actions.leave(),
    '+': () => actions.zoom(1.5),
    '=': () => actions.zoom(1.5),
    '-': () => actions.zoom(1 / 1.5),
    '0': () => actions.zoom(null),
    '?': () => actions.help(),
  };
  // Letters by their place on the keyboard: a Korean layout types ㄴ where S lies.
  const letters: Readonly<Record<string, () => void>> = {
    KeyC: () => explorer.sayCurrent(),
    KeyS: () => actions.scan(),
    KeyP: () => actions.nextPlay(),
    KeyM: () => actions.nextVision(),
    KeyL: () => actions.nextLanguage(),
    KeyH: () => actions.help(),
  };
  map.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !explorer.started) return;
    const direction = ARROWS[event.key];
    const action = direction ? () => explorer.walk(direction, at(event)) : keys[event.key] ?? letters[event.code];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action(event);
  });
  // Wherever the focus is, Escape means silence.
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') explorer.stop(); });
}
