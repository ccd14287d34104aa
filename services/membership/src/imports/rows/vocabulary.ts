import { regions } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';
import { finder, type Find } from '@alianza/platform/sheets/words';
import { textIn } from '@alianza/texts/server';
import type { Network } from '../../networks/network.entity.js';

const spoken = ['es', 'en'] as const;
/** By identifier first, then by what it is called in either language. */
const closed = (scheme: string, ids: readonly string[]): Find =>
  finder(
    [(id: string) => [id], (id: string) => spoken.map((lang) => textIn(lang)(`taxonomy.${scheme}.${id}`))].flatMap((of) =>
      ids.flatMap((id) => of(id).map((name): [string, string] => [name, id])),
    ),
  );

export const findSector = closed('sector', sectors);
export const findRegion = closed('region', regions);

/** The network's own ways to take part, by code or label. */
export const findCategory = ({ content: { categories } }: Pick<Network, 'content'>): Find =>
  finder(categories.flatMap(({ code, label }) => [code, label.es ?? '', label.en ?? ''].map((name): [string, string] => [name, code])));
