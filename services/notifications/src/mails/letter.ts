import MarkdownIt from 'markdown-it';
import type { NoticeKind } from '@alianza/contracts/notifications/notices';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';
import { escape, layOut, oneLine, type Composed } from './layout.js';

/** Where a letter's reader switches such mails off; null for what always comes, and for who has no account. */
export interface WaysOut {
  readonly preferencesUrl: string;
  /** Ends this kind of mail without signing in. */
  readonly unsubscribeUrl: string;
}

export interface LetterParts {
  readonly rule: string;
  readonly kind: NoticeKind;
  readonly lang: PortalLanguage;
  readonly network: string;
  readonly params: Readonly<Record<string, string>>;
  /** The one thing to do, with its address. */
  readonly url: string;
  readonly out: WaysOut | null;
}

const markdown = new MarkdownIt({ html: false, linkify: false });

/** What people wrote is text in a letter, never markup: CommonMark takes any punctuation of ASCII literally behind a backslash. */
const literal = (text: string) => text.replaceAll(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`);
const mapped = (params: LetterParts['params'], change: (text: string) => string) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, change(value)]));

interface Foot {
  readonly text: string;
  readonly html: string;
}

/** Why this came, and that it always does: whoever has no account has switched nothing on. */
export function footOfSummons(
  lang: PortalLanguage,
  network: string,
  why: string = textIn(lang)('mails.footer.summons', { network }),
): Foot {
  return { text: why, html: escape(why) };
}

/** Why this came, where to choose, and how to be rid of it at once. */
export function footOfChoice(lang: PortalLanguage, why: string, { preferencesUrl, unsubscribeUrl }: WaysOut): Foot {
  const text = textIn(lang);
  const ways = [
    [text('mails.footer.preferences'), preferencesUrl],
    [text('mails.footer.unsubscribe'), unsubscribeUrl],
  ] as const;
  return {
    text: [why, ...ways.map(([said, url]) => `${said}: ${url}`)].join('\n'),
    html: [escape(why), ...ways.map(([said, url]) => `<a href="${escape(url)}" style="color:#5a2a6b">${escape(said)}</a>`)].join('<br>'),
  };
}

/** A mail's subject, text part and HTML part, from the texts under `mails.<rule>`. */
export function composeLetter(parts: LetterParts): Composed {
  const { rule, kind, lang, network, url, out } = parts;
  const text = textIn(lang);
  const key = `mails.${rule}`;
  // mails that wait since before theirs was told have no kind
  const params = mapped({ kind: '', ...parts.params, network }, oneLine);
  const why = text('mails.footer.choose', { network: oneLine(network) });
  return layOut({
    lang,
    network: oneLine(network),
    subject: text(`${key}.subject`, params),
    plain: text(`${key}.body`, params).replaceAll('**', ''),
    html: markdown.render(text(`${key}.body`, mapped(params, literal))),
    action: { label: text(`${key}.action`), url },
    foot: kind === 'summons' || out === null ? footOfSummons(lang, oneLine(network)) : footOfChoice(lang, why, out),
  });
}
