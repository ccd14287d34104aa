import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import type { UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import { requestOf, type Operation, type OutputOf } from '@alianza/contracts/operation';

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

/** A file as it is sent. */
export interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Api {
  /** Stages a file; answers its upload's id. */
  upload(purpose: UploadPurposeName, file: Sent, options: Options): Promise<string>;
  call<T extends Operation>(operation: T, input: z.input<T['input']>, options?: Options): Promise<OutputOf<T>>;
}

/** How long a load waits for what is on its way: a service that starts, a network that travels by event, a limit that passes. */
const patience = 30_000;
const passing = new Set(['unavailable', 'rate-limited', 'network-not-found', 'organization-not-found']);

/** The public API as anybody's client sees it: route, headers and body come from the contract. */
export function apiAt(origin: string): Api {
  return {
    async call(operation, input, options = {}) {
      const { path, body } = requestOf(operation, options.network ?? '', input);
      const init = { method: operation.method, headers: headersOf(operation, options), body };
      return (await patiently(operation.id, () => fetch(new URL(path, origin), init))) as OutputOf<typeof operation>;
    },
    async upload(purpose, { name, bytes }, options) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      const url = new URL(`/api/v1/${options.network ?? ''}/uploads?purpose=${purpose}`, origin);
      const { uploadId } = (await patiently('uploads', () => fetch(url, { method: 'POST', body: form, headers: callerOf(options) }))) as {
        uploadId: string;
      };
      return uploadId;
    },
  };
}

/** Waits for what passes; anything else that is refused ends the load. */
async function patiently(what: string, send: () => Promise<Response>): Promise<unknown> {
  const end = performance.now() + patience;
  for (;;) {
    const response = await send();
    if (response.ok) return response.json();
    const problem = (await response.json().catch(() => ({}))) as Problem;
    if (!passing.has(problem.code ?? '') || performance.now() > end) throw new RefusedCall(what, response.status, problem);
    await wait(Math.min(Number(response.headers.get('retry-after') ?? 0) * 1000 || 250, 5000));
  }
}

const callerOf = ({ token, actingFor }: Options): Record<string, string> => ({
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
  ...(actingFor !== undefined && { 'alianza-acting-for': actingFor }),
});

function headersOf({ method }: Operation, { version, key, ...caller }: Options): Record<string, string> {
  return {
    ...(method !== 'GET' && { 'content-type': 'application/json' }),
    ...(method === 'POST' && { 'idempotency-key': key ?? randomUUID() }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...callerOf(caller),
  };
}
