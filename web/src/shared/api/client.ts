import { routes } from 'virtual:routes';
import { requestOf } from '@alianza/contracts/operation';
import type { AnyOperationId, Call, CallOptions } from './call.js';
import { makeIntents } from './intents.js';
import { Problem, problemOf } from './problem.js';

/** What a client must know of whoever uses it; asked anew for every request. */
export interface Caller {
  readonly network: string;
  readonly language: string;
  /** A token that is valid now, null for a visitor. */
  token(): Promise<string | null>;
  /** The organisation spoken for. */
  actingFor(): string | null;
}

const deadline = 30_000;
const intents = makeIntents();

/** Headers that say who asks, for whom and in which language. */
export async function headersFor(caller: Caller): Promise<Headers> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': caller.language });
  const token = await caller.token();
  if (token === null) return headers;
  headers.set('authorization', `Bearer ${token}`);
  const actingFor = caller.actingFor();
  if (actingFor !== null) headers.set('alianza-acting-for', actingFor);
  return headers;
}

async function answer(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<unknown> {
  const late = AbortSignal.timeout(deadline);
  const response = await fetch(path, { ...init, signal: signal ? AbortSignal.any([signal, late]) : late }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Problem(0, { code: 'unreachable' });
  });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

/** A write that nobody decided on, because no answer came, keeps its key for the next attempt. */
async function write(
  path: string,
  init: { method: string; headers: Headers; body: string },
  { version, signal }: CallOptions,
): Promise<unknown> {
  init.headers.set('content-type', 'application/json');
  if (version !== undefined) init.headers.set('if-match', `"${version}"`);
  if (init.method !== 'POST') return answer(path, init, signal);
  const intent = [path, version, init.headers.get('alianza-acting-for'), init.body].join(' ');
  init.headers.set('idempotency-key', intents.keyOf(intent));
  try {
    const given = await answer(path, init, signal);
    intents.settle(intent);
    return given;
  } catch (error) {
    if (error instanceof Problem && !error.passing) intents.settle(intent);
    throw error;
  }
}

/** The typed client of one network: `call('repository.practices.search', { q: 'relevos' })`. Refusals are thrown as `Problem`. */
export function makeClient(caller: Caller): Call {
  const call = async (id: AnyOperationId, input: Readonly<Record<string, unknown>>, options: CallOptions = {}) => {
    const route = routes[id];
    if (route === undefined) throw new Error(`no route for ${id}`);
    // The page's language counts more than the person's preference.
    const { path, body } = requestOf(route, caller.network, input, { lang: caller.language });
    const headers = await headersFor(caller);
    if (body === undefined) return answer(path, { headers }, options.signal);
    return write(path, { method: route.method, headers, body }, options);
  };
  return call as Call;
}
