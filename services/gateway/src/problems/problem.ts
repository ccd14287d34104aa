import type { DomainError, Issue } from '@alianza/contracts/errors';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';
import type { Params } from '@alianza/texts/text';

/** A refusal as it leaves (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly errors: readonly (Issue & { readonly detail: string })[];
  readonly traceId: string;
}

/** What a code says in a language: what happened, and what to do. `wait` is for how long, where a limit tells it. */
export function describe(
  code: string,
  lang: PortalLanguage,
  { wait }: Readonly<Record<string, unknown>> = {},
): { title: string; detail: string } {
  const text = textIn(lang);
  const known = text.has(`problems.${code}.title`) ? code : 'internal';
  return {
    title: text(`problems.${known}.title`),
    detail: text(`problems.${known}.detail`, { wait: typeof wait === 'string' ? wait : null }),
  };
}

function explain({ reason, params }: Issue, lang: PortalLanguage): string {
  const text = textIn(lang);
  const known = text.has(`problems.issues.${reason}`) ? reason : 'wrong-format';
  return text(`problems.issues.${known}`, params as Params);
}

export function problemOf(error: DomainError, lang: PortalLanguage, traceId: string): Problem {
  const { code, status, params, issues } = error;
  return {
    type: `/api/problems/${code}`,
    ...describe(code, lang, params),
    status,
    code,
    params,
    errors: issues.map((issue) => ({ ...issue, detail: explain(issue, lang) })),
    traceId,
  };
}
