import { regions } from '@alianza/contracts/membership/directory/regions';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { sectors } from '@alianza/contracts/taxonomy';
import type { ImportWords } from '@alianza/platform/imports/sheet-kind';
import { finder, type Find } from '@alianza/platform/sheets/words';
import { textIn } from '@alianza/texts/server';
import type { Network } from '../../networks/network.entity.js';

/** Words of a sheet of organisations; labels are those of members' fields. */
export function memberWords(lang: PortalLanguage): ImportWords {
  const text = textIn(lang);
  return {
    unreadable: (why) => text(`imports.unreadable.${why}`),
    failed: (why) => text(`imports.stopped.${why}`),
    notWritten: () => text('imports.notWritten'),
    problem: (reason, params) => text(`memberImports.problem.${reason}`, params),
    label: (field) => text(`memberImports.field.${field}`),
    heading: (column) => text(`memberImports.report.${column}`),
  };
}

const spoken = ['es', 'en'] as const;
/** By identifier first, then by what it is called in either language. */
const closed = (scheme: string, ids: readonly string[]): Find =>
  finder(
    [(id: string) => [id], (id: string) => spoken.map((lang) => textIn(lang)(`taxonomy.${scheme}.${id}`))].flatMap((of) =>
      ids.flatMap((id) => of(id).map((name): [string, string] => [name, id])),
    ),
  );

/** What a fact can be of which there is a list, as its reader calls it. */
export function closedFacts(lang: PortalLanguage): Readonly<Record<'sector' | 'region', readonly string[]>> {
  const text = textIn(lang);
  return { sector: sectors.map((id) => text(`taxonomy.sector.${id}`)), region: regions.map((id) => text(`taxonomy.region.${id}`)) };
}

export const findSector = closed('sector', sectors);
export const findRegion = closed('region', regions);

/** Those by which somebody can still come in. */
export const openCategories = <Category extends { readonly ended?: boolean }>(categories: readonly Category[]): Category[] =>
  categories.filter(({ ended }) => ended !== true);

/** A network's own ways to take part, by code or label. */
export const findCategory = (categories: Network['content']['categories']): Find =>
  finder(categories.flatMap(({ code, label }) => [code, label.es ?? '', label.en ?? ''].map((name): [string, string] => [name, code])));
