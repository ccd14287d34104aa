import { statementPages, type StatementPage } from '@alianza/contracts/privacy/editions';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { inBoth, type InBoth } from '../../../shared/texts/written-in-both.js';

export { statementPages, type StatementPage };
export const longestStatement = 18_000;

/** Where each is read. */
export const addressOfPage: Readonly<Record<StatementPage, string>> = {
  privacy: 'privacidad',
  legal: 'aviso-legal',
  accessibility: 'accesibilidad',
  terms: 'condiciones',
};

export interface StatementValues {
  /** The network's words, not the product's. */
  readonly own: boolean;
  readonly text: InBoth;
}

export const writtenIn = (content: Localized | null): StatementValues => ({
  own: content !== null,
  text: inBoth(content),
});

/** As the contract wants it: null for the product's words. Languages that the form does not ask stay. */
export function contentOf({ own, text }: StatementValues, original: PortalLanguage, before: Localized | null): Localized | null {
  if (!own) return null;
  const written = Object.fromEntries(
    (['es', 'en'] as const).flatMap((lang) => (text[lang].trim() === '' ? [] : [[lang, text[lang].trim()]])),
  );
  const { fr, pt } = before ?? {};
  return { ...(fr !== undefined && { fr }), ...(pt !== undefined && { pt }), ...written, original };
}
