import type { z } from 'zod';
import type { Access, Role, ServiceName } from './access.js';
import type { ErrorType } from './errors.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * A valid call, from which the generic specs live. `given` names the builder of `@alianza/testing` that makes the state;
 * a string value `'{name}'` anywhere in `input` stands for a value which that state returns.
 */
export interface Example {
  readonly given?: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Who may call it so, where its access alone does not say it. */
  readonly as?: Role;
}

export type OperationId = `${ServiceName}.${string}.${string}`;

/** One thing a service does: subject, route, access, shapes, errors and an example in one value. */
export interface Operation<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  Id extends OperationId = OperationId,
> {
  readonly type: 'operation';
  /** `<service>.<nouns>.<verb>`; the NATS subject is `op.` + id. */
  readonly id: Id;
  /** One line for the generated reference, in English. */
  readonly summary: string;
  readonly method: Method;
  /** Below `/api/v1`; begins with `/{network}` where it belongs to one. Every other `{name}` is a property of the input. */
  readonly path: `/${string}`;
  readonly access: Access;
  /** Path, query (GET) or body (the rest) together: a strict object whose texts all have a longest length. */
  readonly input: Input;
  /** The only thing that leaves. A number `version` in it becomes the ETag. */
  readonly output: Output;
  /** Besides `generalErrors`. */
  readonly errors: readonly ErrorType[];
  /** Needs an Idempotency-Key: doing it twice would harm. */
  readonly once: boolean;
  /** Changes something that people edit: needs If-Match with the version read. */
  readonly edits: boolean;
  /** Changes nothing, though it is no GET: it answers with a ticket, or its question is long. A suspended organisation's people may. */
  readonly reads: boolean;
  /** Hands an account over or ends it: taken only of whoever signed in within the last minutes (RFC 9470). */
  readonly recent: boolean;
  readonly example: Example;
}

/** Seconds for which a sign-in is recent. */
export const recentSignIn = 600;

type Optional = 'once' | 'edits' | 'reads' | 'recent' | 'errors';
type Definition<I extends z.ZodObject, O extends z.ZodType, Id extends OperationId> = Omit<Operation<I, O, Id>, 'type' | Optional> &
  Partial<Pick<Operation<I, O>, Optional>>;

export const defineOperation = <I extends z.ZodObject, O extends z.ZodType, const Id extends OperationId>(
  definition: Definition<I, O, Id>,
): Operation<I, O, Id> => ({
  type: 'operation',
  once: false,
  edits: false,
  recent: false,
  reads: false,
  errors: [],
  ...definition,
});

export type InputOf<T extends Operation> = z.output<T['input']>;
export type OutputOf<T extends Operation> = z.output<T['output']>;
/** What a handler returns: the output before its schema is applied. */
export type AnswerOf<T extends Operation> = z.input<T['output']>;

export const subjectOf = ({ id }: Pick<Operation, 'id'>): string => `op.${id}`;
export const serviceOf = ({ id }: Pick<Operation, 'id'>): ServiceName => id.slice(0, id.indexOf('.')) as ServiceName;
export const inNetworkPath = ({ path }: Pick<Operation, 'path'>): boolean => path === '/{network}' || path.startsWith('/{network}/');

/** Whether it is done in somebody's name, and not only read. */
export const isWriting = ({ method, reads }: Pick<Operation, 'method' | 'reads'>): boolean => method !== 'GET' && !reads;

/** Names in braces, the network apart. */
export const pathParams = (path: string): string[] =>
  path
    .split('/')
    .filter((part) => part.startsWith('{') && part !== '{network}')
    .map((part) => part.slice(1, -1));

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * An input as its route takes it: names of the path, then the query of a read or the body of a write. A query repeats arrays and leaves out what is
 * absent; `always` stands in the query of both. Throws where a name of the path is not given.
 */
export function requestOf(
  { method, path }: { readonly method: string; readonly path: string },
  network: string,
  input: object,
  always: Readonly<Record<string, string>> = {},
): { readonly path: string; readonly body: string | undefined } {
  const given = new Map<string, unknown>(Object.entries(input));
  const place = (name: string) => {
    const value = name === 'network' ? network : given.get(name);
    if (value === undefined || value === null) throw new Error(`${path}: no ${name} is given`);
    return written(value);
  };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(place(name)));
  for (const name of pathParams(path)) given.delete(name);
  const reads = method === 'GET';
  const query = new URLSearchParams();
  for (const [name, value] of reads ? given : [])
    for (const one of [value].flat()) if (one !== undefined && one !== null) query.append(name, written(one));
  for (const [name, value] of Object.entries(always)) query.append(name, value);
  const body = reads ? undefined : JSON.stringify(Object.fromEntries(given));
  return { path: `/api/v1${filled}${query.size > 0 ? `?${query.toString()}` : ''}`, body };
}

/** Answered from what is published, the same for whoever asks: no tenant table, no transaction, and worth keeping a moment. */
export const isPublicRead = ({ access, method }: Pick<Operation, 'access' | 'method'>): boolean => access === 'public' && method === 'GET';
