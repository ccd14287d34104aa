import type { PortalLanguage } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** The portal's colours and type, written out: its stylesheet may be what cannot be had. */
const style = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1d1a26; --muted: #5a5566; --plum: #5a2a6b }
@media (prefers-color-scheme: dark) { :root { --paper: #17141e; --ink: #f1eef6; --muted: #b9b2c6; --plum: #d3a6e4 } }
body { max-width: 38rem; margin: 0 auto; padding: 48px 20px; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Source Sans 3", system-ui, sans-serif }
h1 { font: 600 1.8rem/1.2 "Source Serif 4", Georgia, serif }
a { color: var(--plum) }
footer { margin-top: 48px; color: var(--muted) }`;

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
