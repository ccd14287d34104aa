import MarkdownIt from 'markdown-it';
import type { PortalLanguage } from '@alianza/contracts/shapes';

/** A mail as it is handed over. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Parts {
  readonly lang: PortalLanguage;
  /** Who writes. */
  readonly network: string;
  readonly subject: string;
  readonly plain: string;
  /** Made by ourselves, or from CommonMark without HTML. */
  readonly html: string;
  /** The one thing to do, where there is one. */
  readonly action: { readonly label: string; readonly url: string } | null;
  readonly foot: { readonly text: string; readonly html: string };
}

const { utils } = new MarkdownIt();
export const escape = (text: string): string => utils.escapeHtml(text);
/** Line breaks and control characters are neither of a name nor of a subject: they could begin a header or a paragraph of their own. */
export const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

/** Long words and addresses break rather than push the page wider than a phone. */
const bodyStyle =
  "margin:0;padding:24px 16px;background:#fbfaf7;color:#1d1a26;font:17px/1.55 'Source Sans 3',system-ui,sans-serif;overflow-wrap:anywhere";
const buttonStyle =
  'display:inline-block;box-sizing:border-box;max-width:100%;padding:12px 20px;border-radius:6px;background:#5a2a6b;color:#ffffff;font-weight:600;text-decoration:none';
const nameStyle = "margin:0 0 16px;padding-bottom:12px;border-bottom:4px solid #5a2a6b;font:600 20px/1.2 'Source Serif 4',Georgia,serif";
const footStyle = 'margin:24px 0 0;padding-top:12px;border-top:1px solid #dddbdf;color:#5a5566;font-size:14px';

const page = (lang: string, subject: string, body: string) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="${bodyStyle}">
<div style="max-width:36rem;margin:0 auto">${body}</div></body></html>`;

const button = ({ label, url }: NonNullable<Parts['action']>) =>
  `<p style="margin:24px 0"><a href="${escape(url)}" style="${buttonStyle}">${escape(label)}</a></p>`;

/** The same sheet for every mail: who writes, what, the one thing to do, and why it came. */
export function layOut({ lang, network, subject, plain, html, action, foot }: Parts): Composed {
  const done = action === null ? '' : `\n\n${action.label}:\n${action.url}`;
  const body = `<p style="${nameStyle}">${escape(network)}</p>
${html}${action === null ? '' : button(action)}
<p style="${footStyle}">${foot.html}</p>`;
  return { subject, text: `${plain}${done}\n\n--\n${foot.text}\n`, html: page(lang, subject, body) };
}
