import { z } from 'zod';
import { Language } from '../../shapes.js';
import { PracticeField } from '../practices.js';

/** A text as it was and as it is now, in one row of words. */
export const TextPart = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type TextPart = z.infer<typeof TextPart>;

/** What changed in one field: texts word by word in each language, lists and choices by what came and what went. */
export const FieldChange = z.strictObject({
  field: PracticeField,
  texts: z.array(z.strictObject({ language: Language, parts: z.array(TextPart) })),
  added: z.array(z.string()),
  removed: z.array(z.string()),
});
export type FieldChange = z.infer<typeof FieldChange>;
