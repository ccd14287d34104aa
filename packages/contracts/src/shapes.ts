import { z } from 'zod';

/** Languages of the product. The first two are complete. */
export const languages = ['es', 'en', 'fr', 'pt'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;
/** Languages the portal speaks. */
export const PortalLanguage = z.enum(['es', 'en']);
export type PortalLanguage = z.infer<typeof PortalLanguage>;

export const Id = z.uuid();
/** ISO 3166-1 alpha-2. */
export const Country = z
  .string()
  .length(2)
  .regex(/^[A-Z]{2}$/);
/** A secret of a link: 32 random bytes in base64url (RFC 4648 §5). */
export const Secret = z
  .string()
  .length(43)
  .regex(/^[\w-]+$/);
export const Email = z.email().max(254);
export const Instant = z.iso.datetime();
/** A civil date; the calendar of the database has no year 0. */
export const Day = z.iso.date().refine((day) => !day.startsWith('0000'), { message: 'not-date' });
export const line = (max = 200) => z.string().trim().min(1).max(max);
/** CommonMark without HTML or images. */
export const prose = (max = 4000) => z.string().trim().min(1).max(max);
export const Web = z.url({ protocol: /^https?$/ }).max(500);

/** Content in several languages; `original` says which one was written first. */
export const localized = <T extends z.ZodType<string>>(text: T) =>
  z
    .strictObject({ original: Language, es: text.optional(), en: text.optional(), fr: text.optional(), pt: text.optional() })
    .refine((value) => value[value.original] !== undefined, { message: 'original-missing' });
export type Localized = { original: Language } & Partial<Record<Language, string>>;

/** Fields whose text is in another language than the one asked, and in which. */
export const FieldLanguages = z.record(z.string(), Language);

/** `limit` and `cursor` of every list. */
export const page = { cursor: z.string().max(300).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) };
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });

/** A facet repeats its parameter: one value or several. */
export const repeated = <T extends z.ZodType>(value: T) =>
  z.preprocess((given): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(value).max(50));

export const FacetValue = z.strictObject({ value: z.string(), label: z.string(), count: z.int() });

/** Commands that answer nothing but that they are done. */
export const Done = z.strictObject({});

/** A ticket for one download: `url` is good once, until `expiresAt`. */
export const Ticket = z.strictObject({ url: z.string(), expiresAt: Instant });
