import MarkdownIt from 'markdown-it';
import type { NoticeKind } from '@alianza/contracts/notifications/notices';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';

export interface LetterParts {
  readonly rule: string;
  readonly kind: NoticeKind;
  readonly lang: PortalLanguage;
  readonly network: string;
  readonly params: Readonly<Record<string, string>>;
  /** The one thing to do, with its address. */
  readonly url: string;
  /** Where the reader chooses what comes by mail; null for who has no account. */
  readonly preferencesUrl: string | null;
}

const markdown = new MarkdownIt({ html: false, linkify: false });

const escape = (text: string) => markdown.utils.escapeHtml(text);
/** Line breaks and control characters are neither of a name nor of a subject: they could begin a header or a paragraph of their own. */
const oneLine = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
/** What people wrote is text in a letter, never markup: CommonMark takes any punctuation of ASCII literally behind a backslash. */
const literal = (text: string) => text.replaceAll(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`);
const mapped = (params: LetterParts['params'], change: (text: string) => string) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, change(value)]));

/** Why this came, and where mails are switched off where they can be. */
function footer({ kind, lang, network, preferencesUrl }: LetterParts): { text: string; html: string } {
  const text = textIn(lang);
  if (kind === 'summons' || preferencesUrl === null) {
    const why = text('mails.footer.summons', { network });
    return { text: why, html: escape(why) };
  }
  const [why, choose] = [text('mails.footer.choose', { network }), text('mails.footer.preferences')];
  return { text: `${why}\n${choose}: ${preferencesUrl}`, html: `${escape(why)} <a href="${escape(preferencesUrl)}">${escape(choose)}</a>` };
}

const page = (lang: string, subject: string, body: string) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#fbfaf7;color:#1d1a26;font:17px/1.55 'Source Sans 3',system-ui,sans-serif">
<div style="max-width:36rem;margin:0 auto">${body}</div></body></html>`;

const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#5a2a6b;color:#ffffff;font-weight:600;text-decoration:none';

/** A mail's subject, text part and HTML part, from the texts under `mails.<rule>`. */
export function composeLetter(parts: LetterParts): { subject: string; text: string; html: string } {
  const { rule, lang, network, url } = parts;
  const text = textIn(lang);
  const key = `mails.${rule}`;
  const params = mapped({ ...parts.params, network }, oneLine);
  const subject = text(`${key}.subject`, params);
  const plain = text(`${key}.body`, params).replaceAll('**', '');
  const marked = text(`${key}.body`, mapped(params, literal));
  const action = text(`${key}.action`);
  const foot = footer(parts);
  const html = page(
    lang,
    subject,
    `<p style="margin:0 0 16px;padding-bottom:12px;border-bottom:4px solid #5a2a6b;font:600 20px/1.2 'Source Serif 4',Georgia,serif">${escape(network)}</p>
${markdown.render(marked)}<p style="margin:24px 0"><a href="${escape(url)}" style="${buttonStyle}">${escape(action)}</a></p>
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #dddbdf;color:#5a5566;font-size:14px">${foot.html}</p>`,
  );
  return { subject, text: `${plain}\n\n${action}:\n${url}\n\n--\n${foot.text}\n`, html };
}
