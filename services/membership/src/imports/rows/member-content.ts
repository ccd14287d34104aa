import { localized, line, prose, Country, Web } from '@alianza/contracts/shapes';
import { Region, Sector } from '@alianza/contracts/vocabularies';
import { z } from 'zod';

/** What a row says of a member, whole: of one that is there already, over what it said before. */
export const MemberContent = z.strictObject({
  name: localized(line(250)),
  acronym: line(30).nullable(),
  sector: Sector,
  country: Country.nullable(),
  region: Region.nullable(),
  languages: z.array(z.string()).max(12),
  website: Web.nullable(),
  work: localized(prose(2000)).nullable(),
  listed: z.boolean(),
});
export type MemberContent = z.infer<typeof MemberContent>;

/** How a new member takes part, from when and by which agreement. */
export interface Granted {
  readonly category: string;
  /** Civil dates; null where the sheet does not tell. */
  readonly since: string | null;
  readonly reference: string | null;
  readonly referenceDate: string | null;
}
