import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { PracticeType } from '@alianza/contracts/vocabularies';

type Field = keyof PracticeContent;

const always: readonly Field[] = ['title', 'summary', 'sources'];
const goodPractice: readonly Field[] = ['actions', 'results', 'weaknesses', 'lessons', 'replicability', 'evidence', 'organizations'];

const requiredOf = (type: PracticeType): readonly Field[] => (type === 'good-practice' ? [...always, ...goodPractice] : always);

function isEmpty(value: PracticeContent[Field]): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** A good practice may say where in words; the other types name countries. */
function saysNotWhere({ type, countries, place }: PracticeContent): boolean {
  return countries.length === 0 && (type !== 'good-practice' || place === null);
}

/** A picture says what it shows, whose it is and under what; a file what it is called and in which language. */
function lackWords({ pictures = [], attachments = [] }: PracticeContent, field: Field): boolean {
  if (field === 'pictures') return pictures.some(({ alt, credit, licence }) => alt === null || credit === null || licence === null);
  return field === 'attachments' && attachments.some(({ title, language }) => title === null || language === null);
}

/** What must be filled before it can be submitted, in the order in which it is read. */
export function missingFields(content: PracticeContent): Field[] {
  const required = requiredOf(content.type);
  const isMissing = (field: Field) =>
    field === 'countries' ? saysNotWhere(content) : lackWords(content, field) || (required.includes(field) && isEmpty(content[field]));
  return (Object.keys(content) as Field[]).filter(isMissing);
}
