/** One place of the input that was refused: a JSON pointer and, in the reader's language, why. */
interface ProblemPlace {
  readonly pointer: string;
  readonly detail: string;
}

interface ProblemBody {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly ProblemPlace[];
  readonly traceId?: string;
}

/** An answer that says no (RFC 9457), or no answer at all: then `status` is 0 and `code` is `unreachable`. */
export class Problem extends Error {
  readonly code: string;
  readonly title: string | null;
  readonly detail: string | null;
  readonly errors: readonly ProblemPlace[];
  readonly traceId: string | null;

  constructor(
    readonly status: number,
    { code, title, detail, errors, traceId }: ProblemBody,
  ) {
    super(title ?? code ?? `status ${status}`);
    this.code = code ?? 'internal';
    this.title = title ?? null;
    this.detail = detail ?? null;
    this.errors = errors ?? [];
    this.traceId = traceId ?? null;
  }

  /** Whether the same request may still succeed: nobody decided against it. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429 || this.code === 'idempotency-key-busy';
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  return new Problem(response.status, { traceId: response.headers.get('x-correlation-id') ?? undefined, ...body });
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);
