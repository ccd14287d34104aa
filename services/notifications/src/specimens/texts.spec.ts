import { describe, expect, it } from '@jest/globals';
import { textIn } from '@alianza/texts/server';
import MarkdownIt from 'markdown-it';
import { rules } from '../notices/rules.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { out, specimens, words, type Specimen } from './letters.js';

const { utils } = new MarkdownIt();
const each = (['es', 'en'] as const).flatMap((lang) => specimens(lang).map((letter) => [letter.name, lang, letter] as const));
/** What an HTML part says, without its markup. */
const wordsOf = (html: string) =>
  html
    .slice(html.indexOf('<body'))
    .split('<')
    .map((part) => part.slice(part.indexOf('>') + 1))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
/** Subject and plain part of every mail as `said.<lang>.txt` has them; `WRITE_MAILS=1` writes them anew, for a text that is changed on purpose. */
const asFile = (lang: 'es' | 'en') =>
  specimens(lang)
    .map(({ name, subject, text }) => `========== ${name}\n${subject}\n\n${text}`)
    .join('\n');
function saidIn(lang: 'es' | 'en'): Map<string, readonly [subject: string, text: string]> {
  const file = new URL(`said.${lang}.txt`, import.meta.url);
  if (process.env.WRITE_MAILS === '1') writeFileSync(file, asFile(lang));
  const parts = readFileSync(file, 'utf8')
    .split(/^={10} /m)
    .slice(1);
  return new Map(
    parts.map((part, index) => {
      const [name = '', subject = '', , ...text] = part.split('\n');
      return [name, [subject, text.slice(0, index === parts.length - 1 ? undefined : -1).join('\n')]];
    }),
  );
}
const written = { es: saidIn('es'), en: saidIn('en') };
/** Without the spaces that stand where markup was. */
const asOne = (said: string) => said.replaceAll(' ', '');
/** Each line of the plain part above what it leads to, or the foot; a mailing's is Markdown. */
function saidBy({ name, text }: Specimen): string[] {
  const above = text.slice(0, text.lastIndexOf('\n--\n')).split('\n');
  const lines = above.map((line) =>
    line
      .trim()
      .replace(/^- /, '')
      .replace(/^https:\S+$/, '')
      .replace(/:$/, ''),
  );
  const plain = name.startsWith('mailing') ? lines.flatMap((line) => line.replaceAll(/\]\([^)]*\)|\[/g, '**').split('**')) : lines;
  return plain.map((line) => line.trim()).filter((line) => line !== '');
}
const spaced = (text: string) => utils.escapeHtml(text).replaceAll(/\s+/g, ' ').trim();

it('every kind of mail has its text written down, and nothing else has', () => {
  const names = specimens('es').map(({ name }) => name);
  for (const { name } of rules) expect(names).toContain(name);
  for (const said of [written.es, written.en]) expect([...said.keys()].sort()).toEqual([...names].sort());
});

describe.each(each)('the mail %s in %s', (name, lang, letter: Specimen) => {
  const { subject, text, html, url, always } = letter;

  it('says what it should, in both parts', () => {
    expect([subject, text]).toEqual(written[lang].get(name));
    const lines = saidBy(letter);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(asOne(wordsOf(html))).toContain(asOne(spaced(line)));
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(`<title>${utils.escapeHtml(subject)}</title>`);
  });

  it('leads where it says, in both parts', () => {
    if (url === null) return expect(name).toMatch(/^mailing/);
    expect(text).toContain(url);
    expect(html).toContain(`href="${utils.escapeHtml(url)}"`);
  });

  it('says why it came, and how to be rid of it where that can be', () => {
    const tells = (part: string) => [out.preferencesUrl, out.unsubscribeUrl].map((way) => part.includes(way));
    expect([tells(text), tells(html)]).toEqual(
      always ? [Array(2).fill(false), Array(2).fill(false)] : [Array(2).fill(true), Array(2).fill(true)],
    );
    const why = textIn(lang)('mails.footer.summons', { network: words.network });
    if (always && !name.startsWith('mailing')) expect([text, html].map((part) => part.includes(why))).toEqual([true, true]);
    if (name === 'mailing to everybody')
      expect(text).toContain(lang === 'es' ? 'El motivo: Vence el plazo.' : 'The reason: The deadline ends.');
  });

  it('leaves no place unfilled, save what a person wrote', () => {
    const own = (part: string) => part.replaceAll('{network}', name.startsWith('mailing') ? '' : '{network}');
    for (const part of [subject, own(text), own(wordsOf(html))]) expect(part).not.toMatch(/[{}]|undefined|\[object|\bnull\b/);
  });
});

describe.each(['es', 'en'] as const)('whatever a name holds, in %s', (lang) => {
  const hostile = 'Red\r\nBcc: victima@example.org\r\n\r\n<script>alert(1)</script> {reason} [x](https://evil.example.org)';
  const letters = specimens(lang, { network: hostile, organization: hostile, title: hostile });

  it.each(letters.map((letter) => [letter.name, letter] as const))(
    '%s stays one subject and its own markup',
    (_name, { subject, html }) => {
      expect(subject).not.toMatch(/[\r\n]/);
      expect(html).not.toContain('<script>');
      expect(
        [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href).filter((href) => href.includes('evil.example.org')),
      ).toEqual([]);
    },
  );
});
