/** Subject, and how it begins. */
type Said = readonly [subject: string, opening: string];

/** By kind of mail. */
export type Expected = Readonly<Record<string, { readonly es: Said; readonly en: Said }>>;
