import { regions } from '@alianza/contracts/membership/directory/regions';
import type { OfferedConcept, Scheme } from '@alianza/contracts/repository/taxonomy';
import { evidenceLevels, practiceTypes } from '@alianza/contracts/taxonomy';
import { textIn } from '@alianza/texts/server';
import type { Row, TableName } from './tables.js';

/** A code that stands in a column, and what it is called. */
export interface Code {
  readonly column: string;
  readonly code: string;
  readonly es: string;
  readonly en: string;
}

interface Coded {
  /** Columns whose codes each network edits. */
  readonly schemes: Readonly<Record<string, Scheme>>;
  /** Columns whose codes are the product's: area of the texts, and the codes. */
  readonly closed: Readonly<Record<string, readonly [area: string, codes: readonly string[]]>>;
}

const coded: Readonly<Record<TableName, Coded>> = {
  practicas: {
    schemes: { five_rs: 'fiveR', populations: 'population', priority_areas: 'priorityArea', sector: 'sector', level: 'level' },
    closed: { type: ['practiceType', practiceTypes], evidence: ['evidence', evidenceLevels] },
  },
  organizaciones: {
    schemes: { sector: 'sector' },
    closed: { kind: ['organizationKind', ['member', 'actor']], region: ['region', regions] },
  },
  replicas: { schemes: {}, closed: {} },
};

/** The concepts of a network in Spanish and in English, in the same order. */
export type Concepts = Readonly<Record<'es' | 'en', readonly OfferedConcept[]>>;

/** Every code of a table's columns as the network calls it, also what it does not offer any more. */
export function codesOf(table: TableName, { es, en }: Concepts): Code[] {
  const { schemes, closed } = coded[table];
  const named = new Map(en.map(({ scheme, id, label }) => [`${scheme}=${id}`, label]));
  const ofNetwork = Object.entries(schemes).flatMap(([column, scheme]) =>
    es
      .filter((concept) => concept.scheme === scheme)
      .map(({ id, label }): Code => ({ column, code: id, es: label, en: named.get(`${scheme}=${id}`) ?? label })),
  );
  const own = Object.entries(closed).flatMap(([column, [area, codes]]) =>
    codes.map((code): Code => {
      const [spanish, english] = ['es', 'en'].map((lang) => textIn(lang)(`taxonomy.${area}.${code}`));
      return { column, code, es: spanish ?? '', en: english ?? '' };
    }),
  );
  return [...ofNetwork, ...own];
}

/** As a row of the dictionary, behind the columns. */
export const codeRow = ({ column, code, es, en }: Code): Row => [`${column}=${code}`, 'value', es, en];
