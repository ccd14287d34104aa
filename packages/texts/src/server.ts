import { readdirSync, readFileSync } from 'node:fs';
import { makeText, type Catalogs, type Messages, type Text } from './text.js';

const root = new URL('../', import.meta.url);

function read(lang: string): Catalogs {
  const folder = new URL(`${lang}/`, root);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -'.json'.length), JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Messages]),
  );
}

const spanish = makeText('es', read('es'));
const spoken = new Map([
  ['es', spanish],
  ['en', makeText('en', read('en'))],
]);

/** Texts of a language, for services; Spanish where the language is not spoken. */
export const textIn = (lang: string): Text => spoken.get(lang) ?? spanish;
