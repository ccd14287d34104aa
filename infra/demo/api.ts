import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import type { Operation, OutputOf } from '@alianza/contracts/operation';

export interface Options {
  readonly network?: string;
  readonly token?: string;
  /** The version read, for operations that edit. */
  readonly version?: number;
  readonly actingFor?: string;
  readonly key?: string;
}

interface Problem {
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly reason: string }[];
}

/** An answer that ends the load; the code is of the contract's errors. */
export class RefusedCall extends Error {
  constructor(
    readonly operation: string,
    readonly status: number,
    readonly problem: Problem,
  ) {
    const where = (problem.errors ?? []).map(({ pointer, reason }) => `${pointer} ${reason}`).join(', ');
    super(`${operation}: ${status} ${problem.code ?? 'sin código'}${where && ` (${where})`}`);
  }

  get code(): string | undefined {
    return this.problem.code;
  }
}

export interface Api {
  call<T extends Operation>(operation: T, input: z.input<T['input']>, options?: Options): Promise<OutputOf<T>>;
}

/** How long a load waits for what is on its way: a service that starts, a network that travels by event, a limit that passes. */
const patience = 30_000;
const passing = new Set(['unavailable', 'rate-limited', 'network-not-found', 'organization-not-found']);

/** The public API as anybody's client sees it: route, headers and body come from the contract. */
export function apiAt(origin: string): Api {
  return {
    async call(operation, input, options = {}) {
      const { url, init } = requestOf(operation, input, options);
      const end = performance.now() + patience;
      for (;;) {
        const response = await fetch(new URL(url, origin), init);
        if (response.ok) return (await response.json()) as OutputOf<typeof operation>;
        const problem = (await response.json().catch(() => ({}))) as Problem;
        if (!passing.has(problem.code ?? '') || performance.now() > end) throw new RefusedCall(operation.id, response.status, problem);
        await wait(Math.min(Number(response.headers.get('retry-after') ?? 0) * 1000 || 250, 5000));
      }
    },
  };
}

function requestOf(operation: Operation, input: object, options: Options): { url: string; init: RequestInit } {
  const rest = new Map(Object.entries(input));
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === 'network' ? options.network : (rest.get(name) as string | undefined);
    if (value === undefined) throw new Error(`${operation.id} needs ${name}`);
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const reads = operation.method === 'GET';
  const values = [...rest].flatMap(([name, value]) => [value as unknown].flat().map((one): [string, string] => [name, String(one)]));
  const query = reads ? `?${new URLSearchParams(values).toString()}` : '';
  const body = reads ? undefined : JSON.stringify(Object.fromEntries(rest));
  return { url: `/api/v1${path}${query}`, init: { method: operation.method, headers: headersOf(operation, options), body } };
}

function headersOf({ method }: Operation, { token, version, actingFor, key }: Options): Record<string, string> {
  return {
    ...(method !== 'GET' && { 'content-type': 'application/json' }),
    ...(method === 'POST' && { 'idempotency-key': key ?? randomUUID() }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(actingFor !== undefined && { 'alianza-acting-for': actingFor }),
  };
}
