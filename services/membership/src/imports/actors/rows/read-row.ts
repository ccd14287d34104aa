import type { ActorImportField } from '@alianza/contracts/imports/actor-import-columns';
import { addActor, type ActorContact } from '@alianza/contracts/membership/directory/actors';
import { regionOfCountry, type RegionCode } from '@alianza/contracts/membership/directory/regions';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { oneOf, type Cell } from '@alianza/platform/imports/import-rows';
import { findCountry, findLanguage } from '@alianza/platform/sheets/places';
import { emailIn, over, siteIn, textOrNull, yesOrNo } from '../../rows/cells.js';
import { changedColumns, factsIn, localizedIn } from '../../rows/facts.js';
import { findRegion, findSector } from '../../rows/vocabulary.js';
import { initiativesIn, sourcesIn } from './lists.js';
import type { ActorContent, Cells, RowProblem } from './plan.js';

/** Which column a fact came from. */
const columns: Readonly<Record<keyof ActorContent, readonly ActorImportField[]>> = {
  name: ['name_es', 'name_en'],
  acronym: ['acronym'],
  sector: ['sector'],
  country: ['country'],
  region: ['region'],
  website: ['website'],
  role: ['role_es', 'role_en'],
  initiatives: ['initiatives'],
  sources: ['sources'],
  contact: ['contact_email', 'contact_name', 'contact_office', 'contact_language'],
  shown: ['shown'],
};

/** Mails are written in the languages of the portal. */
const findPortalLanguage = (word: string): PortalLanguage | null => {
  const found = findLanguage(word);
  return found === 'es' || found === 'en' ? found : null;
};

/** Without an address nobody can be written to: what else stands there is not taken, which is noted. */
function contactIn(cells: Cells, before: ActorContact | null, usual: PortalLanguage): ActorContact | null {
  const language = over(cells.get('contact_language'), (cell) => oneOf(cell, findPortalLanguage, 'unknown-value'), null);
  const contact = {
    email: over(cells.get('contact_email'), emailIn, before?.email ?? null),
    name: over(cells.get('contact_name'), textOrNull, before?.name ?? null),
    office: over(cells.get('contact_office'), textOrNull, before?.office ?? null),
    language: (language as PortalLanguage | null) ?? before?.language ?? usual,
  };
  return contact.email === null ? null : { ...contact, email: contact.email };
}

/** A region that is that of the country follows from it. */
function regionIn(cell: Cell | undefined, before: ActorContent | null, country: string | null): string | null {
  if (cell === undefined) return before?.region ?? null;
  const said = oneOf(cell, findRegion, 'unknown-value') as RegionCode | null;
  const follows = said !== null && country !== null && regionOfCountry(country) === said;
  return follows && before?.region !== said ? null : said;
}

function draftOf(cells: Cells, before: ActorContent | null, usual: PortalLanguage) {
  const country = over<string | null>(cells.get('country'), (cell) => oneOf(cell, findCountry, 'unknown-name'), before?.country ?? null);
  return {
    name: localizedIn(cells, 'name', before?.name ?? null),
    acronym: over(cells.get('acronym'), textOrNull, before?.acronym ?? null),
    sector: over<string | null>(cells.get('sector'), (cell) => oneOf(cell, findSector, 'unknown-value'), before?.sector ?? null),
    country,
    region: regionIn(cells.get('region'), before, country),
    website: over(cells.get('website'), siteIn, before?.website ?? null),
    role: localizedIn(cells, 'role', before?.role ?? null),
    initiatives: over(cells.get('initiatives'), (cell) => initiativesIn(cell, before?.initiatives ?? []), before?.initiatives ?? []),
    sources: over(cells.get('sources'), (cell) => sourcesIn(cell, before?.sources ?? []), before?.sources ?? []),
    contact: contactIn(cells, before?.contact ?? null, usual),
    shown: over(cells.get('shown'), yesOrNo, null) ?? before?.shown ?? false,
  };
}

interface Reading {
  readonly before: ActorContent | null;
  /** In which a contact is written to whose language nobody said. */
  readonly language: PortalLanguage;
  readonly problems: RowProblem[];
}

/** What the row says, over what was said before; null where something is wrong. What is said in public has a source. */
export function contentOf(cells: Cells, { before, language, problems }: Reading): ActorContent | null {
  const content = factsIn(addActor.input, draftOf(cells, before, language), { cells, columns }, problems);
  if (content === null || !content.shown || content.sources.length > 0) return content;
  const [sources, shown] = [cells.get('sources'), cells.get('shown')];
  const column = sources?.column ?? shown?.column ?? null;
  problems.push({ column, field: 'sources', value: null, reason: 'source-missing', params: {} });
  return null;
}

export const changesIn = (cells: Cells, before: ActorContent, content: ActorContent): ActorImportField[] =>
  changedColumns({ cells, columns }, before, content);
