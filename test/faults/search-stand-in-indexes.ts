import type { SearchRules } from './search-stand-in-keys.js';

export interface Asked {
  readonly method: string;
  readonly path: readonly string[];
  readonly body: unknown;
  /** What a search must meet, by index; null to whoever may not search. */
  readonly rules: SearchRules | null;
}

type Document = Readonly<Record<string, unknown>> & { readonly id: string };

interface Query {
  readonly indexUid: string;
  readonly q: string;
  readonly filter?: readonly (readonly string[])[];
  readonly sort?: readonly string[];
  readonly facets?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
  readonly hitsPerPage?: number;
}

const text = (document: Document): string => ['head', 'lead', 'body', 'marks'].map((field) => String(document[field])).join(' ');
const valuesOf = (document: Document, name: string): unknown[] => [document[name]].flat();

/** `name = "value"`. */
function meets(document: Document, condition: string): boolean {
  const [name = '', value = ''] = condition.split(' = ');
  return valuesOf(document, name).includes(JSON.parse(value));
}

/** `name:asc`, the first that tells two apart. */
function compared(one: Document, other: Document, sort: readonly string[]): number {
  for (const rule of sort) {
    const [name = '', direction] = rule.split(':');
    const [a, b] = [one[name] as string | number, other[name] as string | number];
    if (a !== b) return a < b === (direction === 'asc') ? -1 : 1;
  }
  return 0;
}

interface Task {
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  /** How often anybody asked for tasks while it was the first that waits. */
  asked: number;
  readonly work: () => void;
}

const isOpen = ({ status }: Task): boolean => status === 'enqueued' || status === 'processing';

/** Of the questions for tasks that the first one meets, this one ends it: before that it is enqueued once, and being processed. */
const asksOfOne = 2;

interface IndexSettings {
  readonly filterableAttributes: string[];
  readonly sortableAttributes: string[];
}
const unset: IndexSettings = { filterableAttributes: [], sortableAttributes: [] };

/** Documents by index, and tasks that take effect in their order, some time after they were taken: whoever asks for any of them moves the first on. */
export class Indexes {
  /** Whether tasks are taken and then fail. */
  fails = false;
  /** Whether the task that is first is never done with. */
  stalls = false;
  /** Whether documents are taken, said to be kept, and gone. */
  drops = false;
  private readonly all = new Map<string, Map<string, Document>>();
  /** By what each may be filtered and sorted: nothing, until settings say so. */
  private readonly settings = new Map<string, IndexSettings>();
  private readonly tasks: Task[] = [];

  /** By their ids. */
  documentsIn(index: string): Document[] {
    return [...(this.all.get(index)?.values() ?? [])].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }

  idsIn(index: string): string[] {
    return this.documentsIn(index).map(({ id }) => id);
  }

  /** Tasks that were taken and then failed. */
  get failed(): number {
    return this.tasks.filter(({ status }) => status === 'failed').length;
  }

  /** Tasks that were taken and not ended yet. */
  get waiting(): number {
    return this.tasks.filter(isOpen).length;
  }

  /** How often two of them changed places. */
  swaps = 0;

  /** So many more it says it found than it has. */
  uncounted = 0;

  /** As parts of a disk that were lost, without a word. */
  mislay(index: string, id: string): void {
    this.all.get(index)?.delete(id);
  }

  /** As a disk that was lost. */
  lose(): void {
    this.all.clear();
    this.settings.clear();
  }

  get names(): string[] {
    return [...this.all.keys()];
  }

  obey(asked: Asked): { status: number; said: string } {
    const said = this.answer(asked);
    return said === null
      ? { status: 404, said: JSON.stringify({ message: 'not found', code: 'index_not_found', type: 'invalid_request', link: '' }) }
      : { status: 200, said: JSON.stringify(said) };
  }

  private answer({ method, path: [first = '', index = '', third, fourth], body, rules }: Asked): object | null {
    if (first === 'tasks') return this.aboutTask(Number(index));
    if (first === 'multi-search') return this.search((body as { queries: Query[] }).queries, rules ?? {});
    if (first === 'indexes' && method === 'GET') return this.about(index, third === 'stats' ? third : fourth);
    return this.task(() => this.change({ method, first, index, third, body }));
  }

  private about(index: string, setting: string | undefined): object | null {
    if (!this.all.has(index)) return null;
    if (setting === 'stats') return { numberOfDocuments: this.idsIn(index).length, isIndexing: false, fieldDistribution: {} };
    const { filterableAttributes, sortableAttributes } = this.settings.get(index) ?? unset;
    if (setting === 'filterable-attributes') return filterableAttributes;
    return setting === 'sortable-attributes' ? sortableAttributes : { uid: index };
  }

  private task(work: () => void): object {
    return { taskUid: this.tasks.push({ status: 'enqueued', asked: 0, work }) - 1, status: 'enqueued' };
  }

  private aboutTask(uid: number): object {
    const status = this.tasks[uid]?.status;
    const first = this.tasks.find(isOpen);
    if (first) this.moveOn(first);
    return { uid, type: 'task', status, error: { code: 'internal' } };
  }

  private moveOn(task: Task): void {
    task.asked++;
    task.status = 'processing';
    if (this.stalls || task.asked < asksOfOne) return;
    if (!this.fails) task.work();
    task.status = this.fails ? 'failed' : 'succeeded';
  }

  private change({
    method,
    first,
    index,
    third,
    body,
  }: {
    method: string;
    first: string;
    index: string;
    third: string | undefined;
    body: unknown;
  }): void {
    if (first === 'swap-indexes') return this.swap((body as { indexes: [string, string] }[])[0]?.indexes ?? ['', '']);
    if (index === '') return void this.all.set((body as { uid: string }).uid, new Map());
    if (third === undefined && method === 'DELETE') {
      this.settings.delete(index);
      return void this.all.delete(index);
    }
    const documents = this.all.get(index) ?? new Map<string, Document>();
    this.all.set(index, documents);
    if (third === 'settings') this.settings.set(index, body as IndexSettings);
    if (third !== 'documents') return;
    for (const one of body as (Document | string)[]) {
      if (typeof one === 'string') documents.delete(one);
      else if (!this.drops) documents.set(one.id, one);
    }
  }

  private swap([one, other]: [string, string]): void {
    this.swaps++;
    const [first, second] = [this.all.get(one) ?? new Map<string, Document>(), this.all.get(other) ?? new Map<string, Document>()];
    this.all.set(one, second).set(other, first);
    const [by, byOther] = [this.settings.get(one) ?? unset, this.settings.get(other) ?? unset];
    this.settings.set(one, byOther).set(other, by);
  }

  private search(queries: readonly Query[], rules: SearchRules): object | null {
    const results = queries.map((query) => this.found(query, rules));
    return results.includes(null) ? null : { results };
  }

  private found(
    { indexUid, q, filter = [], sort = [], facets = [], offset = 0, limit, hitsPerPage }: Query,
    rules: SearchRules,
  ): object | null {
    const documents = this.all.get(indexUid);
    if (!documents || !this.settings.get(indexUid)?.filterableAttributes.includes('network')) return null;
    const words = q.replaceAll('"', '').split(' ');
    const all = [...filter, [rules[indexUid]?.filter ?? 'id = "none"']].filter((any) => any.length > 0);
    const hits = [...documents.values()].filter(
      (document) => words.every((word) => text(document).includes(word)) && all.every((any) => any.some((one) => meets(document, one))),
    );
    hits.sort((a, b) => compared(a, b, sort));
    const counts = (name: string) => {
      const values = hits.flatMap((hit) => valuesOf(hit, name).map(String));
      return Object.fromEntries(values.map((value) => [value, values.filter((other) => other === value).length]));
    };
    const facetDistribution = Object.fromEntries(facets.map((name) => [name, counts(name)]));
    return { hits: hits.slice(offset, offset + (hitsPerPage ?? limit ?? 20)), totalHits: hits.length + this.uncounted, facetDistribution };
  }
}
