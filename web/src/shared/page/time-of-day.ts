/** "10:42", on the reader's own clock. */
export const timeOfDay = (lang: string, moment: Date): string =>
  new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);
