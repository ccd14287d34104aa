import { practiceFields, type PracticeContent, type StaleTranslation } from '@alianza/contracts/repository/practices';
import { languages, type Localized } from '@alianza/contracts/shapes';

type Field = StaleTranslation['field'];

const isLocalized = (value: unknown): value is Localized =>
  typeof value === 'object' && value !== null && 'original' in value && !Array.isArray(value);
const textsOf = (content: PracticeContent, field: Field): Localized | null => {
  const value: unknown = content[field];
  return isLocalized(value) ? value : null;
};

/**
 * Translations that are older than what they translate: the original changed and they did not, now or before. One that is written anew, or whose
 * original is not written any more, is none.
 */
export function staleTranslations(before: PracticeContent, after: PracticeContent, known: readonly StaleTranslation[]): StaleTranslation[] {
  return practiceFields.flatMap((field) => {
    const [old, fresh] = [textsOf(before, field), textsOf(after, field)];
    if (old === null || fresh === null) return [];
    const changed = old[fresh.original] !== fresh[fresh.original];
    return languages.flatMap((language): StaleTranslation[] => {
      if (language === fresh.original || fresh[language] === undefined || fresh[language] !== old[language]) return [];
      return changed || known.some((one) => one.field === field && one.language === language) ? [{ field, language }] : [];
    });
  });
}
