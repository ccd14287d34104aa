import type { DomainError } from '@alianza/contracts/errors';
import { recentSignIn } from '@alianza/contracts/operation';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Log } from '@alianza/platform/run/service-definition';
import { noteRefusal, spokenIn, type EdgeReply, type EdgeRequest } from '../http/edge-request.js';
import { newNonce, policyWithNonce } from '../http/security-headers.js';
import { chooseLanguage, languageOfPage } from '../language/language.js';
import { RateLimitedError } from '../limits/rate-limited.error.js';
import { problemPage } from './problem-page.js';
import { problemOf, type Problem } from './problem.js';
import { translate } from './translate.js';

interface Refusal {
  readonly error: unknown;
  readonly request: EdgeRequest;
  readonly reply: EdgeReply;
  readonly log: Log;
}

const forPrograms = (url: string): boolean => url.startsWith('/api/');
const wantsPage = ({ url, headers }: EdgeRequest): boolean => !forPrograms(url) && (headers.accept ?? '').includes('text/html');

/** Everything that goes wrong leaves as an RFC 9457 problem; a person who opened an address reads it as a page. */
export function refuse({ error, request, reply, log }: Refusal): void {
  const known = translate(error, log);
  noteRefusal(request, known.code);
  if (reply.raw.headersSent) {
    reply.raw.destroy(); // half an answer must not look like a whole one
    return;
  }
  const lang = languageOf(request);
  const problem = problemOf(known, lang, request.id);
  reply.status(problem.status).headers({ 'cache-control': 'no-store', 'content-language': lang });
  if (problem.status === 401) reply.header('www-authenticate', challenge(known, request));
  if (known instanceof RateLimitedError) reply.headers(known.headers);
  if (wantsPage(request)) sendPage(reply, problem, { lang, address: ownAddress(request.url) });
  else reply.header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

function languageOf(request: EdgeRequest): PortalLanguage {
  const spoken = spokenIn(request);
  if (spoken) return spoken;
  if (wantsPage(request)) return languageOfPage(request.url.split('?')[0] ?? '/');
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  return chooseLanguage({ asked: lang, acceptLanguage: request.headers['accept-language'] });
}

/** Only of this site: what begins with two slashes, also of the other kind, would lead to another. */
const ownAddress = (url: string): string | null => (url.startsWith('/') ? url.replaceAll('\\', '%5C').replace(/^\/+/, '/') : null);

function sendPage(
  reply: EdgeReply,
  { code, title, detail, traceId }: Problem,
  around: { lang: PortalLanguage; address: string | null },
): void {
  const nonce = newNonce();
  reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyWithNonce(nonce) });
  reply.send(problemPage({ ...around, code, title, detail, nonce, traceId }));
}

/** RFC 6750 §3, and RFC 9470 for a sign-in that must be repeated: with a second factor, or because it was long ago. */
function challenge({ code }: DomainError, { headers }: EdgeRequest): string {
  if (code === 'second-factor-required') return 'Bearer realm="alianza", error="insufficient_user_authentication", acr_values="2"';
  if (code === 'sign-in-too-old')
    return `Bearer realm="alianza", error="insufficient_user_authentication", max_age="${String(recentSignIn)}"`;
  return headers.authorization === undefined ? 'Bearer realm="alianza"' : 'Bearer realm="alianza", error="invalid_token"';
}
