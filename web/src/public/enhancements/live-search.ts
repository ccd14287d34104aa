/** Long enough for a word to be finished, short enough to feel at once. */
const pause = 250;

const liveParts = () => [...document.querySelectorAll<HTMLElement>('[data-live]')];

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

/** Puts the answer's parts in place of ours: a sheet that is open stays open, the field keeps its caret. */
function replaceWith(answer: Document): void {
  const mark = focusMark();
  for (const part of liveParts()) {
    const fresh = answer.querySelector(`[data-live="${part.dataset.live ?? ''}"]`);
    const open = unfolded(part);
    if (fresh) part.replaceChildren(...fresh.childNodes);
    for (const fold of open) part.querySelector(`details[data-fold="${fold}"]`)?.setAttribute('open', '');
  }
  document.title = answer.title;
  const status = document.getElementById('aviso');
  if (status) status.textContent = document.getElementById('cuenta')?.textContent ?? '';
  focusAgain(mark);
}

/** Asks for the list again whenever a filter, the order or the words change. Only the last question counts. */
class LiveSearch {
  private asking: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly form: HTMLFormElement) {}

  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), pause);
  }

  async now(): Promise<void> {
    clearTimeout(this.timer);
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    const address = addressOf(this.form);
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      replaceWith(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      history.replaceState(null, '', address);
    } catch {
      // the browser asks in its own way, and shows in its own way what is wrong
      if (!asking.signal.aborted) location.assign(address);
    }
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
      void search.now();
  });
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'q') search.soon();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search.now();
  });
}
