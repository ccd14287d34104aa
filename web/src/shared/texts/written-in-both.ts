import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';

/** A text as a form asks it; empty where nothing is written. */
export type InBoth = Readonly<Record<PortalLanguage, string>>;

export const inBoth = (text: Localized | null | undefined): InBoth => ({ es: text?.es ?? '', en: text?.en ?? '' });

interface Written {
  readonly original: PortalLanguage;
  readonly text: InBoth;
  /** As it was read, with the languages that no form asks. */
  readonly before: Localized | null;
}

/** Of a text whose original is in a language that no form asks. */
export const isOriginalElsewhere = (before: Localized | null): boolean => before !== null && !['es', 'en'].includes(before.original);

/** What a form asks in the portal's languages; whatever it does not ask stays as it was. Null where nothing is said. */
export function writtenInBoth({ original, text, before }: Written): Localized | null {
  const [es, en] = [text.es.trim(), text.en.trim()];
  if (es === '' && en === '') return before !== null && before.es === undefined && before.en === undefined ? before : null;
  const { fr, pt } = before ?? {};
  return {
    original: before !== null && isOriginalElsewhere(before) ? before.original : original,
    ...(es !== '' && { es }),
    ...(en !== '' && { en }),
    ...(fr !== undefined && { fr }),
    ...(pt !== undefined && { pt }),
  };
}
