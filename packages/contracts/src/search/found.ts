import { z } from 'zod';
import { Language } from '../shapes.js';

/** Kinds of things that people who are signed in look for, in the order in which they are shown. */
export const foundKinds = ['practice', 'own-practice', 'in-review', 'organization', 'actor', 'person', 'application', 'help'] as const;
export type FoundKind = (typeof foundKinds)[number];

const Hit = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Of the title, where it is not the language asked. */
  lang: Language.nullable(),
  /** A few words more: a summary, an organisation, a country. */
  excerpt: z.string().nullable(),
  /** Its page, below network and language. */
  place: z.string(),
});
export type Hit = z.infer<typeof Hit>;

/** What was found of one kind; how many there are in all, as far as they were counted. */
export const FoundGroup = z.strictObject({ kind: z.enum(foundKinds), total: z.int(), items: z.array(Hit) });
export type FoundGroup = z.infer<typeof FoundGroup>;

/** Two letters say something; one does not. */
export const boxInput = z.strictObject({
  q: z.string().trim().min(2).max(100),
  /** Of each kind. */
  limit: z.coerce.number().int().min(1).max(50).default(5),
});
