import { fiveRs, levels, populations, practiceTypes, sectors } from '@alianza/contracts/taxonomy';
import { textIn } from '@alianza/texts/server';
import { taxonomyTerms } from './care-terms.js';
import { placeConcepts } from './place-terms.js';
import { careTerms } from './terms/care-terms.js';
import { everydayTerms } from './terms/everyday-terms.js';
import { moneyTerms } from './terms/money-terms.js';
import { societyTerms } from './terms/society-terms.js';
import { workTerms } from './terms/work-terms.js';
import { Vocabulary, type Concept } from './vocabulary.js';
import { fold } from '../words.js';

const taxonomy = { population: populations, fiveR: fiveRs, type: practiceTypes, level: levels, sector: sectors } as const;
const textArea = { population: 'population', fiveR: 'fiveR', type: 'practiceType', level: 'level', sector: 'sector' } as const;
const namesIn = (list: string) => list.split('|').filter((name) => name !== '');

/** Other words by which records are found that are marked so. */
export const everydayNames = (mark: string): string[] => namesIn(everydayTerms[mark] ?? '');

function conceptOf(scheme: keyof typeof taxonomy, value: string): Concept {
  const mark = `${scheme}=${value}`;
  const labels = (['es', 'en'] as const).map((lang) => textIn(lang)(`taxonomy.${textArea[scheme]}.${value}`));
  return { key: mark, mark, names: [...labels, ...namesIn(taxonomyTerms[mark] ?? ''), ...everydayNames(mark)] };
}

function termOf(list: string): Concept {
  const names = namesIn(list);
  return { key: fold(names[0] ?? '').replaceAll(/[^a-z0-9]+/g, '-'), names };
}

/** The taxonomy under its labels and synonyms, and the words of the field beside it. */
export function careConcepts(): Concept[] {
  const schemes = Object.keys(taxonomy) as (keyof typeof taxonomy)[];
  const marked = schemes.flatMap((scheme) => taxonomy[scheme].map((value) => conceptOf(scheme, value)));
  return [...marked, ...[...careTerms, ...workTerms, ...societyTerms, ...moneyTerms].map(termOf), ...placeConcepts()];
}

export const spokenVocabulary = new Vocabulary(careConcepts());
