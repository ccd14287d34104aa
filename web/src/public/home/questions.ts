import type { FiveR, PracticeType } from '@alianza/contracts/vocabularies';

/** A search that answers a question; its words are searched in the language of the page. */
export interface Question {
  /** Its text is `questions.<id>`. */
  readonly id: string;
  readonly q?: { readonly es: string; readonly en: string };
  readonly type?: PracticeType;
  readonly fiveR?: FiveR;
  readonly country?: string;
}

const asked = {
  'domestic-workers': { q: { es: 'trabajadoras del hogar', en: 'domestic workers' } },
  'older-persons': { q: { es: 'personas mayores', en: 'older persons' } },
  'municipal-services': { q: { es: 'municipio', en: 'municipal' } },
  employers: { q: { es: 'empresas', en: 'companies' } },
  childcare: { q: { es: 'guarderías', en: 'childcare' } },
  data: { type: 'dataset' },
  laws: { type: 'law-policy', fiveR: 'reward' },
  'shared-responsibility': { q: { es: 'corresponsabilidad', en: 'shared responsibility' }, fiveR: 'redistribute' },
  disability: { q: { es: 'discapacidad', en: 'disabilities' } },
  violence: { q: { es: 'violencia', en: 'violence' } },
  toolkits: { type: 'toolkit' },
  institutions: { q: { es: 'instituciones', en: 'institutions' } },
} as const satisfies Record<string, Omit<Question, 'id'>>;

type Id = keyof typeof asked;

/** In the order in which they are shown; the first six with an answer are. */
const ofNetwork: Readonly<Record<string, readonly Id[]>> = {
  agc: ['domestic-workers', 'older-persons', 'municipal-services', 'employers', 'laws', 'data', 'childcare', 'toolkits'],
  snimh: ['institutions', 'domestic-workers', 'violence', 'childcare', 'toolkits', 'data', 'disability', 'laws'],
};
const ofAnyNetwork: readonly Id[] = [
  'domestic-workers',
  'older-persons',
  'childcare',
  'disability',
  'shared-responsibility',
  'laws',
  'data',
  'toolkits',
];

export const questionsFor = (network: string): Question[] => (ofNetwork[network] ?? ofAnyNetwork).map((id) => ({ id, ...asked[id] }));
