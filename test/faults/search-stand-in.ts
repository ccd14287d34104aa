import { freePort } from '@alianza/local/servers/free-port';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Indexes, type Asked } from './search-stand-in-indexes.js';
import { SearchKeys } from './search-stand-in-keys.js';

/** How the engine behaves: as it should, not at all, so slowly that it never ends, or wrongly in one of many ways. */
export type Mood =
  | 'well'
  | 'hangs'
  | 'is slow'
  | 'errs'
  | 'talks nonsense'
  | 'answers otherwise'
  | 'names others'
  | 'finds nothing'
  | 'shows nothing'
  | 'fails tasks'
  | 'never ends a task';

interface Found {
  readonly hits: readonly { readonly id: string }[];
  readonly totalHits: number;
}

/** Milliseconds that its answers take where it is slow, in turn: two of them are too long for a search, one is not. */
const delays = [300, 600, 400, 600];

const refused = {
  status: 403,
  said: JSON.stringify({ message: 'the key is invalid', code: 'invalid_api_key', type: 'auth', link: '' }),
};

/**
 * Stands in for Meilisearch where it is to be down, slow or wrong: it speaks as much of its protocol as the product does, keeps documents and
 * finds those that have all words. It says nothing about relevance.
 */
export class SearchStandIn {
  mood: Mood = 'well';
  /** How often it was asked to search, whatever came of it. */
  searches = 0;
  readonly indexes = new Indexes();
  /** What it says it found, where it names others. */
  others: readonly string[] = [];
  private slowly = 0;
  private server: Server | null = null;
  private readonly open = new Set<ServerResponse>();
  /** Whoever has it does everything but search. */
  readonly admin = 'a key of this spec';
  private readonly keys = new SearchKeys(this.admin);

  private constructor(private readonly port: number) {}

  static async start(): Promise<SearchStandIn> {
    const standIn = new SearchStandIn(await freePort());
    await standIn.comeBack();
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** What is told to whoever asks for everything with this token. */
  async found(index: string, token: string): Promise<{ status: number; ids: string[] }> {
    const [headers, body] = [{ authorization: `Bearer ${token}` }, JSON.stringify({ queries: [{ indexUid: index, q: '', limit: 1000 }] })];
    const answer = await fetch(`${this.url}/multi-search`, { method: 'POST', headers, body });
    const { results = [] } = (await answer.json()) as { results?: readonly Found[] };
    return { status: answer.status, ids: results.flatMap(({ hits }) => hits.map(({ id }) => id)) };
  }

  /** From now on connections are refused. */
  async leave(): Promise<void> {
    const { server } = this;
    this.server = null;
    for (const answer of this.open) answer.destroy();
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  async comeBack(): Promise<void> {
    const server = createServer((request, answer) => void this.take(request, answer));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
  }

  private async take(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    this.open.add(answer);
    answer.once('close', () => this.open.delete(answer));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname } = new URL(request.url ?? '/', this.url);
    if (pathname === '/multi-search') this.searches++;
    if (this.mood === 'hangs') return;
    const body = chunks.length === 0 ? null : (JSON.parse(Buffer.concat(chunks).toString()) as unknown);
    const asked: Asked = {
      method: request.method ?? 'GET',
      path: pathname.slice(1).split('/'),
      body,
      rules: this.keys.rulesOf(request.headers.authorization),
    };
    const mayAsk = pathname === '/multi-search' ? asked.rules !== null : this.keys.isAdmin(request.headers.authorization);
    if (this.mood === 'is slow') await pause(delays[this.slowly++ % delays.length]);
    const { status, said } = mayAsk ? this.answer(asked) : refused;
    answer.writeHead(status, { 'content-type': 'application/json' }).end(said);
  }

  private answer(asked: Asked): { status: number; said: string } {
    switch (this.mood) {
      case 'errs':
        return { status: 500, said: JSON.stringify({ message: 'internal', code: 'internal', type: 'internal', link: '' }) };
      case 'talks nonsense':
        return { status: 200, said: '<html>welcome' };
      case 'answers otherwise':
        return { status: 200, said: JSON.stringify({ results: [{ hits: 'many' }], taskUid: 'none', status: 'who knows' }) };
      default:
        return this.answerWell(asked);
    }
  }

  /** Well-formed, whatever it says. */
  private altered(said: string): string {
    const { results } = JSON.parse(said) as { results: Found[] };
    const alter = (found: Found): Found => {
      if (this.mood === 'names others') return { ...found, hits: this.others.map((id) => ({ id })), totalHits: this.others.length };
      if (this.mood === 'finds nothing') return { ...found, hits: [], totalHits: 0 };
      return this.mood === 'shows nothing' ? { ...found, hits: [] } : found;
    };
    return JSON.stringify({ results: results.map(alter) });
  }

  private answerWell(asked: Asked): { status: number; said: string } {
    const [first] = asked.path;
    this.indexes.fails = this.mood === 'fails tasks';
    this.indexes.stalls = this.mood === 'never ends a task';
    if (first === 'keys') return { status: 200, said: JSON.stringify(asked.method === 'GET' ? { results: [] } : this.keys.given) };
    const { status, said } = this.indexes.obey(asked);
    return { status, said: first === 'multi-search' && status === 200 ? this.altered(said) : said };
  }
}
