import type { PortalLanguage } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';
import { footOfChoice, type WaysOut } from '../mails/letter.js';
import { escape, layOut, oneLine, type Composed } from '../mails/layout.js';

/** More would be read by nobody: the rest is in the portal. */
export const mostInDigest = 30;

export interface DigestParts {
  readonly lang: PortalLanguage;
  readonly network: string;
  /** The newest first, at most `mostInDigest` of `total`. */
  readonly items: readonly { readonly title: string; readonly text: string; readonly url: string }[];
  readonly total: number;
  /** Where all of them are. */
  readonly url: string;
  readonly out: WaysOut;
}

/** What happened since the last one, each with its address. */
export function composeDigest({ lang, network, items, total, url, out }: DigestParts): Composed {
  const text = textIn(lang);
  const name = oneLine(network);
  const [lead, more] = [text('mails.digest.body', { network: name, count: total }), total - items.length];
  const rest = more > 0 ? text('mails.digest.more', { count: more }) : '';
  const lines = items.map((item) => ({ ...item, title: oneLine(item.title), text: oneLine(item.text) }));
  return layOut({
    lang,
    network: name,
    subject: text('mails.digest.subject', { network: name, count: total }),
    plain: [lead, ...lines.map((line) => `- ${line.title}\n  ${line.text}\n  ${line.url}`), rest].filter(Boolean).join('\n\n'),
    html: [
      `<p>${escape(lead)}</p>`,
      '<ul style="margin:0;padding-left:20px">',
      ...lines.map(
        (line) =>
          `<li style="margin:0 0 12px"><a href="${escape(line.url)}" style="color:#5a2a6b;font-weight:600">${escape(line.title)}</a><br>${escape(line.text)}</li>`,
      ),
      '</ul>',
      rest && `<p>${escape(rest)}</p>`,
    ].join('\n'),
    action: { label: text('mails.digest.action'), url },
    foot: footOfChoice(lang, text('mails.footer.digest', { network: name }), out),
  });
}
