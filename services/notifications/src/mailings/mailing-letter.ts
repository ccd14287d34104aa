import MarkdownIt, { type Token } from 'markdown-it';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';
import { footOfChoice, footOfSummons, type WaysOut } from '../mails/letter.js';
import { escape, layOut, oneLine, type Composed } from '../mails/layout.js';

export interface MailingParts {
  readonly lang: PortalLanguage;
  readonly network: string;
  readonly subject: string;
  /** CommonMark as the secretariat wrote it: it is never read as a message with places to fill in. */
  readonly body: string;
  /** Why it goes to everybody; null where people may switch such mails off. */
  readonly reason: string | null;
  /** Sent to its author alone, before anybody else gets it. */
  readonly isTest: boolean;
  readonly out: WaysOut;
}

/** No HTML, no pictures that would tell when somebody reads, no addresses that nobody meant as a link. */
const markdown = new MarkdownIt('commonmark', { html: false, linkify: false }).disable('image');
const dress = (token: Token): void => {
  if (token.type === 'link_open') token.attrSet('style', 'color:#5a2a6b');
  token.children?.forEach(dress);
};
markdown.core.ruler.push('letter', ({ tokens }) => tokens.forEach(dress));
/** Code breaks like any other words. */
const code = (content: string) => `<pre style="margin:0 0 16px;white-space:pre-wrap">${escape(content)}</pre>\n`;
markdown.renderer.rules.fence = (tokens, index) => code(tokens[index]?.content ?? '');
markdown.renderer.rules.code_block = (tokens, index) => code(tokens[index]?.content ?? '');
/** http, https and mail addresses; whatever else could be written leads nowhere. */
markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:)/i.test(url.trim());

/** What the secretariat wrote, as a mail. */
export function composeMailing({ lang, network, subject, body, reason, isTest, out }: MailingParts): Composed {
  const text = textIn(lang);
  const name = oneLine(network);
  const said = oneLine(subject);
  const why = text('mails.footer.mailing', { network: name });
  const always = reason === null ? '' : text('mails.footer.mailingToAll', { network: name, reason: oneLine(reason) });
  return layOut({
    lang,
    network: name,
    subject: isTest ? text('mails.mailing-test.subject', { subject: said }) : said,
    plain: body.trim(),
    html: markdown.render(body),
    action: null,
    foot: reason === null ? footOfChoice(lang, why, out) : footOfSummons(lang, name, always),
  });
}
