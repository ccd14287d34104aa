import { freePort } from '@alianza/local/servers/free-port';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { Indexes, type Asked } from './search-stand-in-indexes.js';

/** How the engine behaves: as it should, not at all, so slowly that it never ends, or wrongly in one of many ways. */
export type Mood = 'well' | 'hangs' | 'errs' | 'talks nonsense' | 'answers otherwise' | 'fails tasks';

/**
 * Stands in for Meilisearch where it is to be down, slow or wrong: it speaks as much of its protocol as the product does, keeps documents and
 * finds those that have all words. It says nothing about relevance.
 */
export class SearchStandIn {
  mood: Mood = 'well';
  /** How often it was asked to search, whatever came of it. */
  searches = 0;
  readonly indexes = new Indexes();
  private server: Server | null = null;
  private readonly open = new Set<ServerResponse>();
  private readonly key = { uid: randomUUID(), key: randomUUID(), name: '', actions: ['search'], indexes: [], expiresAt: null };

  private constructor(private readonly port: number) {}

  static async start(): Promise<SearchStandIn> {
    const standIn = new SearchStandIn(await freePort());
    await standIn.comeBack();
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
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
      token: request.headers.authorization,
    };
    const { status, said } = this.answer(asked);
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

  private answerWell(asked: Asked): { status: number; said: string } {
    const [first] = asked.path;
    this.indexes.fails = this.mood === 'fails tasks';
    if (first === 'keys') return { status: 200, said: JSON.stringify(asked.method === 'GET' ? { results: [] } : this.key) };
    return this.indexes.obey(asked);
  }
}
