import { DomainError, type ErrorKind, type Issue } from '@alianza/contracts/errors';
import type { Operation } from '@alianza/contracts/operation';
import { headers, type Msg, type MsgHdrs } from '@nats-io/transport-node';
import { inShortSpan } from '../observe/tracing.js';

/** A success as it goes over HTTP, byte for byte. */
export class Answer {
  private encoded: Buffer | undefined;

  constructor(
    readonly body: string,
    readonly etag?: string,
  ) {}

  /** Encoded once, for who sends it many times. */
  get bytes(): Buffer {
    return (this.encoded ??= Buffer.from(this.body));
  }
}

interface Wire {
  body: string;
  headers?: MsgHdrs;
}

export function withHeaders(values: Readonly<Record<string, string | null | undefined>>): MsgHdrs {
  const head = headers();
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== undefined) head.append(name, value);
  return head;
}

const writing = { name: 'output', hop: 'output' } as const;

/** Checked against the contract and written down once, here. */
export function answerOf({ output }: Operation, value: unknown): Answer {
  return inShortSpan(writing, () => {
    const checked = output.parse(value);
    const { version } = checked as { version?: unknown };
    return new Answer(JSON.stringify(checked), typeof version === 'number' ? `"${String(version)}"` : undefined);
  });
}

export function wireOf(answer: Answer | DomainError): Wire {
  if (answer instanceof Answer)
    return answer.etag === undefined ? { body: answer.body } : { body: answer.body, headers: withHeaders({ etag: answer.etag }) };
  const { code, type, params, issues } = answer;
  return { body: JSON.stringify({ params, issues }), headers: withHeaders({ code, kind: type.kind }) };
}

export function readWire(message: Msg): Answer {
  const code = message.headers?.get('code');
  if (!code) return new Answer(message.string(), message.headers?.get('etag') || undefined);
  const { params, issues } = message.json<{ params: Record<string, unknown>; issues: Issue[] }>();
  throw new DomainError({ code, kind: message.headers?.get('kind') as ErrorKind }, params, issues);
}
