import type { MemberColumn, MemberRow } from '@alianza/contracts/membership/directory/members';
import { regionOf } from '@alianza/contracts/membership/directory/regions';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import { byteOrderMark, csvLine, plain, type CellValue } from '@alianza/platform/sheets/csv';
import { packWorkbook } from '@alianza/platform/sheets/workbook-thread';
import { languageNameIn } from '@alianza/texts/language-names';
import { textIn } from '@alianza/texts/server';
import { dayOf } from '../../data/civil-days.queries.js';

export const sheetTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

interface Wanted {
  readonly members: readonly MemberRow[];
  readonly columns: readonly MemberColumn[];
  readonly format: keyof typeof sheetTypes;
  readonly reader: Reader & { readonly lang: PortalLanguage };
  /** The network's own, with their labels. */
  readonly categories: readonly { readonly code: string; readonly label: Localized }[];
  /** Where the network is: days are those of its calendar. */
  readonly zone: string;
}

type Cell = (member: MemberRow) => CellValue;

function cellsFor({ reader, categories, zone }: Pick<Wanted, 'reader' | 'categories' | 'zone'>): Record<MemberColumn, Cell> {
  const day = (instant: string | null): string | null => instant && dayOf(new Date(instant), zone);
  const text = textIn(reader.lang);
  const country = new Intl.DisplayNames(reader.lang, { type: 'region', fallback: 'code' });
  const labels = new Map(categories.map(({ code, label }) => [code, resolve(label, reader).text]));
  const regionName = (member: MemberRow) => {
    const region = regionOf(member);
    return region && text(`taxonomy.region.${region}`);
  };
  return {
    name: ({ name }) => name,
    acronym: ({ acronym }) => acronym,
    sector: ({ sector }) => text(`taxonomy.sector.${sector}`),
    country: (member) => member.country && (country.of(member.country) ?? member.country),
    region: regionName,
    category: ({ category }) => category && (labels.get(category) ?? category),
    since: ({ categorySince }) => day(categorySince),
    status: ({ status }) => text(`members.status.${status}`),
    titular: ({ titular }) => titular && text(`members.titular.${titular}`),
    letter: ({ letter }) => text(`members.letter.${letter}`),
    'letter-until': ({ letterValidUntil: end }) => end && dayOf(new Date(Date.parse(end) - 1), zone), // it ends with the next day's beginning
    languages: ({ languages }) => languages.map((code) => languageNameIn(reader.lang, code)),
    website: ({ website }) => website,
    listed: ({ listed }) => text(`members.listed.${listed ? 'yes' : 'no'}`),
  };
}

/** The members as a spreadsheet, in the language of whoever asks. Nothing in it is taken for a formula. */
export function writeMemberSheet({ members, columns, format, ...reading }: Wanted): Promise<Buffer> {
  const cells = cellsFor(reading);
  const text = textIn(reading.reader.lang);
  const heads = columns.map((column) => text(`members.column.${column}`));
  const rows = members.map((member) => columns.map((column) => cells[column](member)));
  if (format === 'csv') return Promise.resolve(Buffer.from(byteOrderMark + [heads, ...rows].map(csvLine).join('')));
  const bold = heads.map((value) => ({ value, fontWeight: 'bold' as const }));
  return packWorkbook([{ data: [bold, ...rows.map((row) => row.map(plain))], sheet: text('members.sheet'), stickyRowsCount: 1 }]);
}
