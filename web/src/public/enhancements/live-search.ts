/** Long enough for a word to be finished, short enough to feel at once. */
const pause = 250;

const liveParts = () => [...document.querySelectorAll<HTMLElement>('[data-live]')];
/** Without the place on the page. */
const here = () => location.origin + location.pathname + location.search;

/** What the form asks, as an address without what is empty. */
function addressOf(form: HTMLFormElement): string {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value.trim() !== '') params.append(name, value.trim());
  const search = params.toString();
  return search === '' ? form.action : `${form.action}?${search}`;
}

/** The box or menu that has the focus, to be found again in what replaces it. */
function focusMark(): { name: string; value: string } | null {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement && focused.type === 'checkbox') return { name: focused.name, value: focused.value };
  return focused instanceof HTMLSelectElement ? { name: focused.name, value: '' } : null;
}

function focusAgain(mark: { name: string; value: string } | null): void {
  if (mark === null) return;
  const same = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${mark.name}"]`)];
  same.find((field) => field instanceof HTMLSelectElement || field.value === mark.value)?.focus({ preventScroll: true });
}

/** Groups that were unfolded stay so, wherever they stand in the answer. */
const unfolded = (part: HTMLElement): string[] =>
  [...part.querySelectorAll<HTMLDetailsElement>('details[data-fold]')].flatMap(({ open, dataset }) => (open ? [dataset.fold ?? ''] : []));

/** Boxes and menus as the answer that is shown has them. */
function asShown({ elements }: HTMLFormElement): void {
  for (const field of elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = field.defaultChecked;
    if (field instanceof HTMLSelectElement) for (const option of field.options) option.selected = option.defaultSelected;
  }
}

/** Says how it went to who does not see the list change, and to everybody where it did not. */
function say(words: string, isSeen: boolean): void {
  const status = document.getElementById('aviso');
  if (status === null) return;
  status.className = isSeen ? 'notice' : 'sr';
  status.textContent = words;
}

/** Puts the answer's parts in place of ours: a sheet that is open stays open, the field keeps its caret. */
function replaceWith(answer: Document): void {
  const fresh = liveParts().map((part) => [part, answer.querySelector(`[data-live="${part.dataset.live ?? ''}"]`)] as const);
  if (fresh.some(([, other]) => other === null)) throw new Error('another page');
  const mark = focusMark();
  for (const [part, other] of fresh) {
    const open = unfolded(part);
    if (other) part.replaceChildren(...other.childNodes);
    for (const fold of open) part.querySelector(`details[data-fold="${fold}"]`)?.setAttribute('open', '');
  }
  document.title = answer.title;
  say(document.getElementById('cuenta')?.textContent ?? '', false);
  focusAgain(mark);
}

/** Asks for the list again whenever a filter, the order or the words change. Only the last question counts. */
class LiveSearch {
  private asking: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown = here();
  /** Whether the address is one of words that are being typed: those make one step back together. */
  private isTyped = false;

  constructor(private readonly form: HTMLFormElement) {}

  /** Other words are not the ones that were to be searched as they are written. */
  typed(): void {
    const exact = this.form.elements.namedItem('exact');
    if (exact instanceof HTMLInputElement) exact.remove();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.follow(true), pause);
  }

  chosen(): void {
    void this.follow(false);
  }

  /** A step back or on: words and list as they were there. */
  async stepped(): Promise<void> {
    const address = here();
    if (address === this.shown) return;
    const field = this.form.elements.namedItem('q');
    if (field instanceof HTMLInputElement) field.value = new URLSearchParams(location.search).get('q') ?? '';
    if (await this.show(address)) this.isTyped = false;
  }

  private async follow(isTyped: boolean): Promise<void> {
    const address = addressOf(this.form);
    if (!(await this.show(address))) return;
    if (isTyped && this.isTyped) history.replaceState(null, '', address);
    else if (address !== here()) history.pushState(null, '', address);
    this.isTyped = isTyped;
  }

  /** False where it was not answered, or something else was asked meanwhile: what was there stays, and who writes or chooses again tries again. */
  private async show(address: string): Promise<boolean> {
    clearTimeout(this.timer);
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    try {
      const answer = await fetch(address, { signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      replaceWith(page);
    } catch {
      if (signal.aborted) return false;
      asShown(this.form);
      say(this.form.dataset.unanswered ?? '', true);
      return false;
    }
    this.shown = address;
    return true;
  }
}

/** Lists with a search form follow what is typed and chosen, and keep it in the address. */
export function liveSearch(): void {
  const form = document.querySelector<HTMLFormElement>('form#buscar');
  if (form === null || liveParts().length === 0) return;
  const search = new LiveSearch(form);
  document.documentElement.dataset.enhanced = 'true';
  document.addEventListener('change', ({ target }) => {
    if ((target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.form === form && target.name !== 'q')
      search.chosen();
  });
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'q') search.typed();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search.chosen();
  });
  addEventListener('popstate', () => void search.stepped());
}
