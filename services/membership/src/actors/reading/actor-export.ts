import { regionOf } from '@alianza/contracts/membership/directory/regions';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import { byteOrderMark, csvLine, plain, type CellValue } from '@alianza/platform/sheets/csv';
import { packWorkbook } from '@alianza/platform/sheets/workbook-thread';
import { textIn } from '@alianza/texts/server';
import { dayOf } from '../../data/civil-days.queries.js';
import type { FoundActor } from '../actors.queries.js';

/** Whom to write to is on none of them: it is not to leave the portal in files. */
const columns = [
  'name',
  'acronym',
  'sector',
  'country',
  'region',
  'website',
  'role',
  'state',
  'since',
  'initiatives',
  'sources',
  'shown',
] as const;
type Column = (typeof columns)[number];

interface Wanted {
  readonly actors: readonly FoundActor[];
  readonly format: 'xlsx' | 'csv';
  readonly reader: Reader & { readonly lang: PortalLanguage };
  /** Where the network is: days are those of its calendar. */
  readonly zone: string;
}

/** As a sheet that is brought back is read, too. */
export const sourceText = ({ title, url }: FoundActor['sources'][number]): string => (url === null ? title : `${title} (${url})`);

function cellsFor({ reader, zone }: Pick<Wanted, 'reader' | 'zone'>): Record<Column, (actor: FoundActor) => CellValue> {
  const text = textIn(reader.lang);
  const countries = new Intl.DisplayNames(reader.lang, { type: 'region' });
  const region = (actor: FoundActor) => {
    const found = regionOf(actor);
    return found && text(`taxonomy.region.${found}`);
  };
  return {
    name: ({ name }) => resolve(name, reader).text,
    acronym: ({ acronym }) => acronym,
    sector: ({ sector }) => text(`taxonomy.sector.${sector}`),
    country: ({ country }) => country && (countries.of(country) ?? country),
    region,
    website: ({ website }) => website,
    role: ({ role }) => role && resolve(role, reader).text,
    state: ({ state }) => text(`actors.state.${state}`),
    since: ({ since }) => dayOf(new Date(since), zone),
    initiatives: ({ initiatives }) => initiatives.map(({ title }) => title),
    sources: ({ sources }) => sources.map(sourceText),
    shown: ({ shown }) => text(`members.listed.${shown ? 'yes' : 'no'}`),
  };
}

/** The actors as a spreadsheet, in the language of whoever asks. Nothing in it is taken for a formula. */
export function writeActorSheet({ actors, format, ...reading }: Wanted): Promise<Buffer> {
  const cells = cellsFor(reading);
  const text = textIn(reading.reader.lang);
  const heads = columns.map((column) => text(`actors.column.${column}`));
  const rows = actors.map((actor) => columns.map((column) => cells[column](actor)));
  if (format === 'csv') return Promise.resolve(Buffer.from(byteOrderMark + [heads, ...rows].map(csvLine).join('')));
  const bold = heads.map((value) => ({ value, fontWeight: 'bold' as const }));
  return packWorkbook([{ data: [bold, ...rows.map((row) => row.map(plain))], sheet: text('actors.sheet'), stickyRowsCount: 1 }]);
}
