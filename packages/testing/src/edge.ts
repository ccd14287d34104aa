import { requestOf, type Operation } from '@alianza/contracts/operation';
import { randomUUID } from 'node:crypto';
import { eventually } from './eventually.js';

export interface Asked {
  readonly network?: string | undefined;
  readonly token?: string | undefined;
  readonly actingFor?: string | undefined;
  readonly lang?: string | undefined;
  /** Given for If-Match; a number is written as an ETag. */
  readonly version?: number | undefined;
  /** Default: a fresh one on every POST; null sends none. */
  readonly key?: string | null | undefined;
  /** Gives up waiting. */
  readonly signal?: AbortSignal | undefined;
  /** "Not now" is an answer like another, and is not asked again. */
  readonly once?: boolean | undefined;
}

export interface Answered<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** Milliseconds for which a machine may stand still. */
const stillness = 15_000;

/** The product from outside: HTTP alone. */
export class Edge {
  constructor(readonly origin: string) {}

  /**
   * Sends what a client derived from the contract would send; answers whatever came, problems included. "Not now" is asked again under the same key,
   * as a client would: a moment in which the machine stands still is no answer.
   */
  async send<Body = Record<string, unknown>>(
    operation: Operation,
    input: Readonly<Record<string, unknown>>,
    asked: Asked = {},
  ): Promise<Answered<Body>> {
    const { path, body } = requestOf(operation, asked.network ?? '', input);
    const key = asked.key === undefined && operation.method === 'POST' ? randomUUID() : asked.key;
    const end = performance.now() + stillness;
    return eventually(async () => {
      const answer = await this.fetch<Body>(this.origin + path, operation.method, body, { ...asked, key });
      return (answer.status !== 503 || asked.once || performance.now() > end) && answer;
    }, 2 * stillness);
  }

  /** The answer's body; throws with the problem where it was refused. */
  async call<Body = Record<string, unknown>>(
    operation: Operation,
    input: Readonly<Record<string, unknown>>,
    asked: Asked = {},
  ): Promise<Body> {
    const { status, body } = await this.send<Body>(operation, input, asked);
    if (status >= 400) throw new Error(`${operation.id}: ${String(status)} ${JSON.stringify(body)}`);
    return body;
  }

  /** How it was answered, and with which code where it was refused. */
  refusal(...sent: Parameters<Edge['send']>): Promise<Refusal> {
    return refusalOf(this.send(...sent));
  }

  async fetch<Body>(url: string, method: string, body: string | undefined, asked: Asked = {}): Promise<Answered<Body>> {
    const key = asked.key === undefined && method === 'POST' ? randomUUID() : asked.key;
    const given = {
      'content-type': body === undefined ? undefined : 'application/json',
      authorization: asked.token === undefined ? undefined : `Bearer ${asked.token}`,
      'alianza-acting-for': asked.actingFor,
      'accept-language': asked.lang,
      'if-match': asked.version === undefined ? undefined : `"${String(asked.version)}"`,
      'idempotency-key': key ?? undefined,
    };
    const headers = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const { signal = null } = asked;
    const response = await fetch(url, { method, headers, signal, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Body };
  }
}

type Refused = Pick<Answered<object>, 'status' | 'body'>;
type Refusal = [status: number, code: string | undefined];

export const codeOf = ({ status, body }: Refused): Refusal => [status, (body as { code?: string }).code];
export const refusalOf = async (sending: Promise<Refused>): Promise<Refusal> => codeOf(await sending);
