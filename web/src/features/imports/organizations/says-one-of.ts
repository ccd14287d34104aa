/** Whether a column of the sheet is one of these. */
export const saysOneOf =
  (among: readonly string[]) =>
  (fields: readonly (string | null)[]): boolean =>
    fields.some((field) => field !== null && among.includes(field));
