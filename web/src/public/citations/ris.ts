import type { PracticeType } from '@alianza/contracts/vocabularies';
import type { Reference } from './reference.js';

/** The format's nearest type for each kind of record. */
const types: Readonly<Record<PracticeType, string>> = {
  'good-practice': 'ELEC',
  publication: 'RPRT',
  evaluation: 'RPRT',
  toolkit: 'GEN',
  dataset: 'DATA',
  'law-policy': 'STAT',
};

/** One line per field: a break inside a value would end it, and an asterisk is no letter of the format. */
const inLine = (value: string) => value.replaceAll('*', '').replaceAll(/\s+/g, ' ').trim();

/** RIS: two capitals, two spaces, hyphen, space, value; lines end as on Windows, the record with `ER`. */
export function ris(reference: Reference): string {
  const { type, authors, title, issued, publisher, collection, version, url, lang, keywords, summary, licence, key } = reference;
  const fields: readonly (readonly [string, string])[] = [
    ...authors.map((name) => ['AU', name] as const),
    ['TI', title],
    ['PY', issued.slice(0, 4)],
    ['DA', `${issued.replaceAll('-', '/')}/`],
    ['PB', publisher],
    ['T2', collection],
    ['ET', version],
    ['AB', summary],
    ...keywords.map((keyword) => ['KW', keyword] as const),
    ['LA', lang],
    ['C1', licence],
    ['ID', key],
    ['UR', url],
  ];
  const lines = fields.map(([tag, value]) => `${tag}  - ${inLine(value)}`);
  return [`TY  - ${types[type]}`, ...lines, 'ER  - ', ''].join('\r\n');
}
