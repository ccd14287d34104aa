/** Kind of failure → HTTP status (RFC 9110), here and nowhere else. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  large: 413,
  lengthy: 414,
  unprocessable: 422,
  unconditional: 428,
  limited: 429,
  burdened: 431,
  internal: 500,
  unavailable: 503,
  full: 507,
} as const;

export type ErrorKind = keyof typeof statusOf;

/** A named failure. Its title and detail for readers stand in the texts under `problems.<code>`. */
export interface ErrorType {
  readonly code: string;
  readonly kind: ErrorKind;
}

/** One place in the input: a JSON pointer (RFC 6901) and what is wrong there, as a text key under `problems.issues`. */
export interface Issue {
  pointer: string;
  reason: string;
  params?: Record<string, unknown>;
}

/** Codes of one noun: `{ 'practice-not-found': 'not-found' }` becomes values that operations list and services throw. */
export function defineErrors<const K extends Record<string, ErrorKind>>(kinds: K): { readonly [C in keyof K]: ErrorType } {
  return Object.fromEntries(Object.entries(kinds).map(([code, kind]) => [code, { code, kind }])) as { [C in keyof K]: ErrorType };
}

/** An error with a meaning of the domain; code, params and issues survive every hop. `params` fill the placeholders of its texts and are shown. */
export class DomainError extends Error {
  constructor(
    readonly type: ErrorType,
    readonly params: Record<string, unknown> = {},
    readonly issues: readonly Issue[] = [],
  ) {
    super(type.code);
  }

  get code(): string {
    return this.type.code;
  }

  get status(): number {
    return statusOf[this.type.kind];
  }
}

/** What any operation may answer besides its own errors. */
export const generalErrors = defineErrors({
  'input-invalid': 'invalid',
  unauthenticated: 'unauthenticated',
  'second-factor-required': 'unauthenticated',
  'sign-in-too-old': 'unauthenticated',
  forbidden: 'forbidden',
  'organization-suspended': 'forbidden',
  'route-not-found': 'not-found',
  'network-not-found': 'not-found',
  'link-not-valid': 'not-found',
  'person-unknown': 'not-found',
  'upload-not-found': 'unprocessable',
  'version-required': 'unconditional',
  'version-stale': 'stale',
  'idempotency-key-required': 'invalid',
  'idempotency-key-reused': 'unprocessable',
  'idempotency-key-busy': 'conflict',
  'acting-for-required': 'unprocessable',
  'body-too-large': 'large',
  'address-too-long': 'lengthy',
  'headers-too-many': 'burdened',
  'rate-limited': 'limited',
  'storage-full': 'full',
  unavailable: 'unavailable',
  'sign-in-unavailable': 'unavailable',
  internal: 'internal',
});
