import type { Reference } from './reference.js';

/** What TeX gives a meaning to. */
const special: Readonly<Record<string, string>> = {
  '\\': String.raw`{\textbackslash}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  '&': String.raw`\&`,
  '%': String.raw`\%`,
  $: String.raw`\$`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
  '^': String.raw`{\textasciicircum}`,
  '~': String.raw`{\textasciitilde}`,
  '"': String.raw`{\textquotedbl}`,
  '¿': String.raw`{\textquestiondown}`,
  '¡': String.raw`{\textexclamdown}`,
  '«': String.raw`{\guillemotleft}`,
  '»': String.raw`{\guillemotright}`,
  ß: String.raw`{\ss}`,
  ø: String.raw`{\o}`,
  Ø: String.raw`{\O}`,
  æ: String.raw`{\ae}`,
  Æ: String.raw`{\AE}`,
  '–': '--',
  '—': '---',
  '…': String.raw`{\dots}`,
};

/** Combining mark → the command that puts it on a letter. */
const marks: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0308': '"',
  '\u030a': 'r ',
  '\u030c': 'v ',
  '\u0327': 'c ',
};

/** A letter with one mark as `{\'a}`, which programs older than Unicode read too; any other letter as it is. */
function letter(written: string): string {
  const known = special[written];
  if (known !== undefined) return known;
  const [bare = '', mark = '', ...more] = written.normalize('NFD');
  const command = marks[mark];
  if (command === undefined || more.length > 0) return written;
  const isTall = (bare === 'i' || bare === 'j') && mark !== '\u0327';
  return `{\\${command}${isTall ? `\\${bare}` : bare}}`;
}

export const texOf = (text: string): string => [...text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()].map(letter).join('');

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const languages: Readonly<Record<string, string>> = { es: 'spanish', en: 'english', fr: 'french', pt: 'portuguese' };

/** BibTeX. Doubled braces keep a title's capitals, and an organisation's name from being split into first and last. */
export function bibtex(reference: Reference): string {
  const { key, authors, title, issued, publisher, collection, version, url, lang, keywords, summary, licence } = reference;
  const whole = (text: string) => `{{${texOf(text)}}}`;
  const fields: readonly (readonly [string, string])[] = [
    ['author', `{${authors.map((name) => `{${texOf(name)}}`).join(' and ')}}`],
    ['title', whole(title)],
    ['year', `{${issued.slice(0, 4)}}`],
    ['month', months[Number(issued.slice(5, 7)) - 1] ?? '{}'],
    ['publisher', whole(publisher)],
    ['howpublished', whole(collection)],
    ['version', `{${version}}`],
    ['url', `{${url}}`],
    ['language', `{${languages[lang] ?? lang}}`],
    ['keywords', `{${texOf(keywords.join('; '))}}`],
    ['abstract', `{${texOf(summary)}}`],
    ['copyright', `{${texOf(licence)}}`],
  ];
  const lines = fields.filter(([, value]) => value !== '{}').map(([name, value]) => `  ${name} = ${value}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}
