/** A count as the language writes it; Mexican separators in Spanish, as in the records. */
export const numberIn = (lang: string, value: number): string => new Intl.NumberFormat(lang === 'es' ? 'es-MX' : lang).format(value);
