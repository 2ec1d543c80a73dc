import type { Explorer } from './explorer';
import type { MapView } from './map-view';

/** Pointer, finger and wheel over the picture: one moves and plays, two zoom and pan. */
export class PointerInput {
  private readonly fingers = new Map<number, { x: number; y: number }>();
  private dragged = false;

  constructor(private readonly view: MapView, private readonly explorer: Explorer) {
    const map = view.map;
    // Raw updates arrive as the device sends them; pointermove waits for the next frame, up to 16 ms.
    const move = (event: Event): void => this.move(event as PointerEvent);
    if ('onpointerrawupdate' in window) map.addEventListener('pointerrawupdate', move);
    map.addEventListener('pointermove', move);
    map.addEventListener('pointerdown', (event) => this.down(event));
    for (const kind of ['pointerup', 'pointercancel'] as const) map.addEventListener(kind, (event) => this.up(event));
    map.addEventListener('pointerleave', (event) => { if (event.pointerType === 'mouse' && event.buttons === 0) explorer.rove(); });
    map.addEventListener('wheel', (event) => {
      // A plain wheel scrolls the page; with Ctrl (and as a trackpad's pinch) it zooms.
      if (!event.ctrlKey) return;
      event.preventDefault();
      view.zoomBy(Math.exp(-event.deltaY / 200), event.clientX, event.clientY);
    }, { passive: false });
    map.addEventListener('click', (event) => this.click(event));
    map.addEventListener('contextmenu', (event) => { if (this.fingers.size > 0) event.preventDefault(); });
  }

  private down(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.dragged = false;
    // Synthetic and already ended pointers cannot be captured; the finger is then followed while it stays on the map.
    try { this.view.map.setPointerCapture(event.pointerId); } catch { /* see above */ }
    if (this.fingers.size === 1) this.play(event);
    else this.explorer.rove();
  }

  private move(event: PointerEvent): void {
    const finger = this.fingers.get(event.pointerId);
    if (this.fingers.size >= 2 && finger) {
      this.pinch(event, finger);
    } else if (finger && event.pointerType === 'mouse' && this.view.zoom > 1) {
      this.view.panBy(event.clientX - finger.x, event.clientY - finger.y);
      this.dragged = true;
    } else if (finger || event.pointerType === 'mouse' || event.pointerType === 'pen') {
      if (!this.explorer.scanning || finger) this.play(event);
    }
    if (finger) {
      finger.x = event.clientX;
      finger.y = event.clientY;
    }
  }

  private up(event: PointerEvent): void {
    if (this.fingers.delete(event.pointerId) && event.pointerType !== 'mouse') this.explorer.rove();
  }

  private play(event: PointerEvent): void {
    this.explorer.point(this.view.toPicture(event.clientX, event.clientY), event.timeStamp);
  }

  private pinch(event: PointerEvent, finger: { x: number; y: number }): void {
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return;
    const before = Math.hypot(finger.x - other.x, finger.y - other.y);
    const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
    if (before > 0 && after > 0) this.view.zoomBy(after / before, (event.clientX + other.x) / 2, (event.clientY + other.y) / 2);
    this.view.panBy((event.clientX - finger.x) / 2, (event.clientY - finger.y) / 2);
  }

  /**
   * A screen reader's activation is a click without a pointer, or (VoiceOver on iOS) a touch at the very middle of the element's
   * box, which may lie in another region. A real finger or mouse was already heard where it is.
   */
  private click(event: MouseEvent): void {
    const id = this.view.idOf(event.target);
    if (id === null || this.dragged) return;
    const box = (event.target as HTMLElement).getBoundingClientRect();
    const atMiddle = Math.abs(event.clientX - (box.left + box.width / 2)) <= 1 && Math.abs(event.clientY - (box.top + box.height / 2)) <= 1;
    if (event.detail !== 0 && !atMiddle) return;
    this.explorer.select(id, 'focus', event.timeStamp);
    this.explorer.sayCurrent();
  }
}
