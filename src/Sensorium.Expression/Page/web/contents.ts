import type { Language, RegionData } from './data';
import { byId, make } from './dom';
import type { Regions } from './regions';
import { percent, placeOf, strings } from './strings';

/** The regions as a nested list: another way to every region, and the table beside the picture. */
export class Contents {
  private readonly list = byId('contents');
  private readonly rows = new Map<number, HTMLButtonElement>();
  private readonly open = new Set<number>();

  constructor(private readonly regions: Regions, private readonly go: (id: number, event: number) => void, private readonly leave: () => void) {}

  render(language: Language): void {
    this.rows.clear();
    const root = this.regions.get(0);
    this.list.replaceChildren(this.item(root, language, false), ...root.children.map((id) => this.item(this.regions.get(id), language, true)));
  }

  /** Marks the current region and opens the branch it lies in. */
  mark(id: number | null): void {
    for (const [other, row] of this.rows) {
      if (other === id) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    const parent = id === null ? null : this.regions.get(id).parent;
    if (parent) this.setOpen(parent, true);
  }

  private item(region: RegionData, language: Language, nested: boolean): HTMLLIElement {
    const swatch = make('span', { className: 'swatch' });
    swatch.style.backgroundColor = region.rgb;
    swatch.setAttribute('aria-hidden', 'true');
    const name = region.level === 'whole' ? strings[language].whole : region.label ?? region.name[language];
    const row = make('button', { type: 'button', className: 'row' }, swatch, make('span', { className: 'row-name', textContent: name }), ' ', make('span', { className: 'row-share', textContent: [placeOf(region, language), percent(region.area, language)].filter((part) => part !== '').join(' · ') }));
    row.addEventListener('click', (event) => this.go(region.id, event.timeStamp));
    row.addEventListener('focus', (event) => { if (row.matches(':focus-visible')) this.go(region.id, event.timeStamp); });
    row.addEventListener('blur', () => this.leave());
    row.addEventListener('pointerenter', (event) => { if (event.pointerType === 'mouse') this.go(region.id, event.timeStamp); });
    row.addEventListener('pointerleave', (event) => { if (event.pointerType === 'mouse') this.leave(); });
    this.rows.set(region.id, row);
    const item = make('li', {}, row);
    if (nested && region.children.length > 0) this.addBranch(item, region, name, language);
    return item;
  }

  private addBranch(item: HTMLLIElement, region: RegionData, name: string, language: Language): void {
    const branch = make('ul', { id: `branch-${region.id}`, hidden: !this.open.has(region.id) }, ...region.children.map((id) => this.item(this.regions.get(id), language, true)));
    const toggle = make('button', { type: 'button', className: 'toggle', id: `toggle-${region.id}` });
    toggle.setAttribute('aria-label', `${strings[language].show} ${name}`);
    toggle.setAttribute('aria-controls', branch.id);
    toggle.setAttribute('aria-expanded', String(this.open.has(region.id)));
    toggle.addEventListener('click', () => this.setOpen(region.id, !this.open.has(region.id)));
    item.classList.add('has-branch');
    item.append(toggle, branch);
  }

  private setOpen(id: number, open: boolean): void {
    if (open) this.open.add(id);
    else this.open.delete(id);
    const branch = document.getElementById(`branch-${id}`);
    if (branch) branch.hidden = !open;
    document.getElementById(`toggle-${id}`)?.setAttribute('aria-expanded', String(open));
  }
}
