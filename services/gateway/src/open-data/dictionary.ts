import type { PortalLanguage } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';
import { tables, type Column, type TableName } from './tables.js';

const inLanguage = /^(?<field>[a-z]+)_(?<lang>es|en|fr|pt)$/;

/** What a column means, in a language. */
export function meaningOf({ name }: Column, lang: PortalLanguage): string {
  const text = textIn(lang);
  const { field, lang: written } = inLanguage.exec(name)?.groups ?? {};
  if (field === undefined || written === undefined) return text(`openData.column.${name}`);
  return text('openData.inLanguage', { meaning: text(`openData.column.${field}`), language: text(`openData.language.${written}`) });
}

export interface Entry extends Column {
  readonly es: string;
  readonly en: string;
}

/** Every column of a table with its kind and its meaning in both languages. */
export const dictionaryOf = (table: TableName): Entry[] =>
  tables[table].map((column) => ({ ...column, es: meaningOf(column, 'es'), en: meaningOf(column, 'en') }));

const line = ({ name, kind, es, en }: Entry) => `| \`${name}\` | ${kind} | ${es} | ${en} |`;

/** docs/open-data.md */
export function openDataReference(): string {
  const sections = (Object.keys(tables) as TableName[]).map((table) =>
    [`## ${table}`, '', '| Column | Kind | Español | English |', '| --- | --- | --- | --- |', ...dictionaryOf(table).map(line)].join('\n'),
  );
  return `# Open data\n\n${introduction}\n\n${sections.join('\n\n')}\n`;
}

const introduction = `Made from the code by \`npm run docs\`. Every network offers \`/{network}/datos-abiertos\`, a page, and the files
\`practicas\`, \`organizaciones\` and \`replicas\` as \`.csv\`, \`.json\` and \`.xlsx\` below it, with the same columns, and \`{table}-diccionario.csv\`. All of it is CC BY 4.0, but for texts of
practices whose row names another licence.

- **CSV**: UTF-8 with a byte order mark, without which spreadsheets in Spanish read accents wrongly; commas, CRLF, quotes doubled (RFC 4180). A text that a
  spreadsheet would take for a formula (it begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a line break) has an apostrophe before it.
- **JSON**: lists are lists, numbers are numbers, what is not known is null; the dictionary and the licence stand before the records.
- **XLSX**: records, dictionary and licence on three sheets; a cell ends after 32,767 characters, which is all that the format can hold.
- Lists stand in one cell, with \` | \` between their items. Codes are those of the API; behind the columns the
  dictionary says what the network calls each (\`sector=academia\`). Instants are UTC.
- The same records make the same bytes (a workbook the same cells: its container tells when it was packed). A file carries the date of the last change in its name, and \`ETag\` and \`Last-Modified\`; the directory and the register of replications, which
  keep no such date, that of the day.`;
