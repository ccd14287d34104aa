import type { PortalLanguage } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const style = `
:root { color-scheme: light dark; font: 1.125rem/1.55 "Source Sans 3", system-ui, sans-serif }
body { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem }
h1 { font: 600 1.75rem/1.25 "Source Serif 4", Georgia, serif }
footer { margin-top: 2.5rem; font-size: 0.9375rem; opacity: 0.8 }
code { font-size: 0.9em }`;

export interface ProblemPage {
  readonly lang: PortalLanguage;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly nonce: string;
  /** Of the request that went wrong; null on the page that explains a code. */
  readonly traceId: string | null;
}

/** A page for people that stands on nothing else: neither the portal nor a service need work for it. */
export function problemPage({ lang, code, title, detail, nonce, traceId }: ProblemPage): string {
  const text = textIn(lang);
  const facts = [text('problems.page.code', { code }), ...(traceId === null ? [] : [text('problems.page.trace', { trace: traceId })])];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(detail)}</p>
<p><a href="${lang === 'es' ? '/' : `/${lang}`}">${escaped(text('problems.page.home'))}</a></p>
</main>
<footer>${facts.map((fact) => `<p>${escaped(fact)}</p>`).join('')}</footer>
</body>
</html>`;
}
