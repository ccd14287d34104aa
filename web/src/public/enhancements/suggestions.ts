/** Long enough for a word to be finished, short enough to feel at once. */
const pause = 250;
const [fewest, most] = [2, 5];

interface Found {
  readonly items: readonly { readonly slug: string; readonly title: string; readonly languages: { readonly title: string } }[];
}

/** Titles under a field while somebody writes in it: links, and a status that says how many. Intro searches as it does without them. */
class Suggestions {
  private asking: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly field: HTMLInputElement,
    private readonly list: HTMLElement,
    private readonly status: HTMLElement,
  ) {}

  typed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), pause);
  }

  close(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.list.hidden = true;
    this.list.replaceChildren();
    this.status.textContent = '';
  }

  /** ↑ and ↓ go round through the field and the titles; Escape takes them away, and nothing of what is written. */
  press(event: KeyboardEvent): void {
    const places = [this.field, ...this.list.querySelectorAll('a')];
    const step = { ArrowDown: 1, ArrowUp: -1, Escape: 0 }[event.key];
    if (step === undefined || places.length === 1) return;
    event.preventDefault();
    const at = places.findIndex((place) => place === document.activeElement);
    (step === 0 ? this.field : places.at((at + step) % places.length))?.focus();
    if (step === 0) this.close();
  }

  private async ask(): Promise<void> {
    const q = this.field.value.trim();
    if (q.length < fewest) return this.close();
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    const params = new URLSearchParams({ q, limit: String(most), lang: document.documentElement.lang });
    try {
      const answer = await fetch(`${this.form.dataset.suggest ?? ''}?${params.toString()}`, { signal });
      if (!answer.ok) throw new Error(answer.statusText);
      this.show((await answer.json()) as Found);
    } catch {
      if (!signal.aborted) this.close();
    }
  }

  private show({ items }: Found): void {
    if (!this.form.contains(document.activeElement)) return;
    this.list.replaceChildren(...items.map((found) => this.entry(found)));
    this.list.hidden = items.length === 0;
    this.status.textContent = (JSON.parse(this.form.dataset.said ?? '[]') as string[])[items.length] ?? '';
  }

  private entry({ slug, title, languages }: Found['items'][number]): HTMLElement {
    const [entry, link] = [document.createElement('li'), document.createElement('a')];
    Object.assign(link, { href: `${this.form.action}/${slug}`, textContent: title, lang: languages.title });
    entry.append(link);
    return entry;
  }
}

/** Below a field whose form says where to ask. */
export function suggestTitles(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-suggest]');
  const [field, list, status] = [
    form?.querySelector('input'),
    form?.querySelector('ul'),
    form?.querySelector<HTMLElement>('[role=status]'),
  ];
  if (!form || !field || !list || !status) return;
  const suggestions = new Suggestions(form, field, list, status);
  field.addEventListener('input', () => suggestions.typed());
  form.addEventListener('keydown', (event) => suggestions.press(event));
  // a press on a title leaves the focus where it is, else the title would be gone before the press ends
  list.addEventListener('mousedown', (event) => event.preventDefault());
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) suggestions.close();
  });
  addEventListener('pagehide', () => suggestions.close());
}
