import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

const entriesOf = (prefix, value) =>
  typeof value === 'string' ? [[prefix, value]] : Object.entries(value).flatMap(([key, inner]) => entriesOf(`${prefix}.${key}`, inner));

/** Every message of one language by its whole key, area first. */
export function readCatalogs(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const read = (file) => entriesOf(file.slice(0, -'.json'.length), JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
  return new Map(files.flatMap(read));
}

const namesIn = (parts) =>
  parts.flatMap(({ type, value, options, children }) => [
    // Literal text and the sign of a plural carry no argument.
    ...(type === 0 || type === 7 ? [] : [value]),
    ...Object.values(options ?? {}).flatMap((option) => namesIn(option.value)),
    ...namesIn(children ?? []),
  ]);

/** The names a message asks for, in order and once; `ignoreTag` as where messages are read. */
export const argumentsOf = (message, lang) =>
  [...new Set(namesIn(new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).getAst()))].sort();

function faultsOf(key, messages) {
  const asked = [];
  for (const [lang, message] of Object.entries(messages)) {
    if (message === undefined) return [`${key}: missing in ${lang}.`];
    if (message.trim() === '') return [`${key}: empty in ${lang}.`];
    try {
      asked.push(argumentsOf(message, lang).join(', '));
    } catch (error) {
      return [`${key}: no ICU message in ${lang}: ${error.message}`];
    }
  }
  return asked.every((names) => names === asked[0]) ? [] : [`${key}: the languages ask for different arguments: ${asked.join(' | ')}.`];
}

/** A sentence for every key that is not in both languages with the same arguments. */
export function catalogFaults(es, en) {
  const keys = [...new Set([...es.keys(), ...en.keys()])];
  return keys.flatMap((key) => faultsOf(key, { es: es.get(key), en: en.get(key) }));
}
