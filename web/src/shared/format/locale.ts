/** English as international organisations write it: the day before the month, no comma before the last of a list. */
export const localeOf = (lang: string): string => (lang === 'en' ? 'en-GB' : lang);
