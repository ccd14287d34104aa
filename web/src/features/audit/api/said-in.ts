type Localized = { readonly original: string } & Readonly<Record<string, unknown>>;

export const isLocalized = (value: unknown): value is Localized =>
  typeof value === 'object' && value !== null && 'original' in value && typeof value.original === 'string';

/** In the reader's language where it was written in it, else as it was written first. */
export function saidIn(value: Localized, lang: string): string | null {
  const said = value[lang] ?? value[value.original];
  return typeof said === 'string' ? said : null;
}
