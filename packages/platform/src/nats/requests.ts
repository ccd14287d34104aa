import { PortalLanguage } from '@alianza/contracts/shapes';
import type { Operation } from '@alianza/contracts/operation';
import type { Msg } from '@nats-io/transport-node';
import { Call, type Request } from '../calls/call.js';
import { inShortSpan } from '../observe/tracing.js';
import type { PassReader } from '../principals/pass.js';

const [defaultPatience, longestPatience] = [5000, 30_000];

/** Milliseconds: what the caller still has, within what the platform gives anybody. */
const patienceOf = (left: string): number => (Number(left) > 0 ? Math.min(Number(left), longestPatience) : defaultPatience);

/** `"7"` → 7; anything else names no version of ours. */
function versionOf(tag: string): number | null {
  const inner = tag.startsWith('"') && tag.endsWith('"') ? tag.slice(1, -1) : '';
  return inner !== '' && [...inner].every((digit) => digit >= '0' && digit <= '9') ? Number(inner) : null;
}

/** `en,es`: the language asked for and the network's own. Where none is named it is Spanish; where there is no network, the one asked for. */
function languagesOf(header: string): Pick<Request, 'lang' | 'fallback'> {
  const [asked, own] = header.split(',').map((lang) => PortalLanguage.safeParse(lang).data);
  const lang = asked ?? 'es';
  return { lang, fallback: own ?? lang };
}

const opening = { name: 'open the pass', hop: 'signature' } as const;

/** What came with the message, as the handlers' context. */
export function readCall(message: Msg, operation: Operation, passes: PassReader): Call {
  const header = (name: string) => message.headers?.get(name) ?? '';
  const open = () => passes.open(header('principal'), message.subject, message.data);
  return new Call([
    {
      operation,
      principal: inShortSpan(opening, open),
      left: patienceOf(header('left')),
      ...languagesOf(header('lang')),
      correlationId: header('correlation') || 'none',
      version: versionOf(header('if-match')),
      idempotencyKey: header('idempotency-key') || null,
    },
  ]);
}
