import type { Language, Localized } from '@alianza/contracts/shapes';

/** A text in the language asked, else in that in which it was first written. */
export function read(value: Localized, lang: string): { readonly text: string; readonly lang: Language } {
  const asked = value[lang as Language];
  return asked === undefined ? { text: value[value.original] ?? '', lang: value.original } : { text: asked, lang: lang as Language };
}

/** Set on an element only where its language is not that of the page. */
export const foreign = (given: string, page: string): string | undefined => (given === page ? undefined : given);
