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
header { display: flex; justify-content: space-between; gap: 16px; padding-bottom: 12px; border-bottom: 1px solid; margin-bottom: 32px }
header b { font: 600 1.2rem/1.2 "Source Serif 4", Georgia, serif }
footer { margin-top: 48px; color: var(--muted) }`;

export interface ProblemPage {
  readonly lang: PortalLanguage;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly nonce: string;
  /** Of the request that went wrong; null on the page that explains a code. */
  readonly traceId: string | null;
  /** Where it went wrong: null where there is nothing to try again. */
  readonly address: string | null;
}

/** The same page in the other language: its segment follows the network, or stands first where there is none. */
function inOther(lang: PortalLanguage, address: string): string {
  const [path = '/', ...query] = address.split('?');
  const parts = path.split('/').filter((part) => part !== '');
  const rest =
    lang === 'en' ? parts.filter((part, place) => !(part === 'en' && place < 2)) : [...parts.slice(0, 1), 'en', ...parts.slice(1)];
  return [`/${rest.join('/')}`, ...query].join('?');
}

const link = (href: string, words: string, lang?: PortalLanguage): string =>
  `<a href="${escaped(href)}"${lang === undefined ? '' : ` lang="${lang}" hreflang="${lang}"`}>${escaped(words)}</a>`;

/** Once more, and to the beginning, unless that is what went wrong. */
function waysOut({ lang, address }: ProblemPage): string {
  const text = textIn(lang);
  const home = lang === 'es' ? '/' : `/${lang}`;
  const ways = [
    ...(address === null ? [] : [link(address, text('states.failure.retry'))]),
    ...(address === home ? [] : [link(home, text('problems.page.home'))]),
  ];
  return ways.map((way) => `<p>${way}</p>`).join('');
}

/** A page for people that stands on nothing else: neither the portal nor a service need work for it. */
export function problemPage(page: ProblemPage): string {
  const { lang, code, title, detail, nonce, traceId, address } = page;
  const text = textIn(lang);
  const other = lang === 'es' ? 'en' : 'es';
  const fact = traceId === null ? text('problems.page.code', { code }) : text('problems.page.trace', { trace: traceId });
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
<header><b>${escaped(text('frame.platform'))}</b>${address === null ? '' : link(inOther(lang, address), text(`frame.language.${other}`), other)}</header>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(detail)}</p>
${waysOut(page)}
</main>
<footer><p>${escaped(fact)}</p></footer>
</body>
</html>`;
}
