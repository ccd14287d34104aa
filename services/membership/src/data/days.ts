const day = 24 * 60 * 60 * 1000;

/** So many times 24 hours later; negative for earlier. */
export const after = (date: Date, days: number): Date => new Date(date.getTime() + days * day);
