import MarkdownIt, { type Token } from 'markdown-it';

/** What may be CommonMark: most texts have nothing of it, and are not taken apart. */
const mark = /[*_`[<>#\\&]|^[ \t]*(?:[-+=]|\d{1,9}[.)])/m;
const commonMark = new MarkdownIt('commonmark', { html: false, linkify: false }).disable(['image', 'html_block', 'html_inline']);

/** A text that people write as CommonMark as its words read: without marks, and without the addresses to which they lead. */
export const plainOf = (text: string): string => (mark.test(text) ? plain(text) : text);

const plain = (text: string): string =>
  commonMark
    .parse(text, {})
    .map((block) => saidBy(block).trim())
    .filter((said) => said !== '')
    .join(' ');

function saidBy({ type, content, children }: Token): string {
  if (children !== null) return children.map(saidBy).join('');
  return type === 'softbreak' || type === 'hardbreak' ? ' ' : content;
}
