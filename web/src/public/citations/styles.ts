import type { Text } from '@alianza/texts/text';
import { apa } from './apa.js';
import { bibtex } from './bibtex.js';
import { cslJson } from './csl-json.js';
import type { Reference } from './reference.js';
import { ris } from './ris.js';

export interface CitationStyle {
  readonly code: string;
  /** As it is called where files are offered. */
  readonly label: string;
  /** What `Accept` may ask for; the first is what the answer says it is. */
  readonly types: readonly [string, ...string[]];
  /** How a downloaded file's name ends; null where it is read in place. */
  readonly extension: string | null;
  readonly write: (reference: Reference, text: Text) => string;
}

/** In the order in which they are offered. */
export const citationStyles: readonly CitationStyle[] = [
  { code: 'apa', label: 'APA', types: ['text/x-bibliography', 'text/plain'], extension: null, write: (one, text) => `${apa(one, text)}\n` },
  { code: 'bibtex', label: 'BibTeX', types: ['application/x-bibtex', 'text/x-bibtex'], extension: 'bib', write: bibtex },
  { code: 'ris', label: 'RIS', types: ['application/x-research-info-systems'], extension: 'ris', write: ris },
  {
    code: 'csl-json',
    label: 'CSL-JSON',
    types: ['application/vnd.citationstyles.csl+json'],
    extension: 'json',
    write: cslJson,
  },
];

export const styleNamed = (code: string): CitationStyle | undefined => citationStyles.find((style) => style.code === code);
export const styleFor = (type: string): CitationStyle | undefined => citationStyles.find(({ types }) => types.includes(type));

/** Where a record's citation in a style is kept. */
export const citationAddress = (record: string, { code }: Pick<CitationStyle, 'code'>): string => `${record}/citation?style=${code}`;
