import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ActorRow, exportActors, listActors } from '@alianza/contracts/membership/directory/actors';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { fromCursor, toPage } from '@alianza/platform/data/cursors';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import { textIn } from '@alianza/texts/server';
import { z } from 'zod';
import { Network } from '../../networks/network.entity.js';
import { ExportService } from '../../organizations/members/export.service.js';
import { countActors, readActors, type Count, type FoundActor } from '../actors.queries.js';
import { writeActorSheet } from './actor-export.js';

type Listing = AnswerOf<typeof listActors>;
const KeyAndId = z.tuple([z.string(), z.guid()]);
/** Far more than a map has. */
const most = 20_000;

/** The map of actors as a list, and as a file. */
@Injectable()
export class ActorListing {
  constructor(
    private readonly em: EntityManager,
    private readonly exports: ExportService,
  ) {}

  async list({ cursor, limit, ...filter }: InputOf<typeof listActors>, call: Call): Promise<Listing> {
    const found = await readActors(this.em, call.network, filter, { last: fromCursor(cursor, 2, KeyAndId), limit: limit + 1 });
    const counts = await countActors(this.em, call.network, filter);
    const { rows, nextCursor } = toPage(found, limit, (row) => [row.key, row.id]);
    const total = counts.find(({ facet }) => facet === 'total')?.count ?? 0;
    return { items: rows.map((row) => viewRow(row, call)), nextCursor, total, facets: facetsOf(counts, call.lang) };
  }

  async export({ format, ...filter }: InputOf<typeof exportActors>, call: Call): Promise<AnswerOf<typeof exportActors>> {
    const network = await this.em.findOneOrFail(Network, { id: call.network });
    const actors = await readActors(this.em, call.network, filter, { last: null, limit: most });
    const bytes = await writeActorSheet({ actors, format, reader: call, zone: network.zone });
    return this.exports.keep({ bytes, format, of: textIn(call.lang)('actors.sheet') }, network, call);
  }
}

function viewRow(row: FoundActor, reader: Reader): ActorRow {
  const { id, slug, name, acronym, sector, country, region, website, state, since, shown, initiatives } = row;
  const about = { id, slug, name: resolve(name, reader).text, acronym, sector, country, region, website, state, shown };
  return { ...about, since: new Date(since).toISOString(), initiatives: initiatives.length };
}

/** The most frequent first, then by name. */
function facetsOf(counts: readonly Count[], lang: PortalLanguage): Listing['facets'] {
  const text = textIn(lang);
  const countries = new Intl.DisplayNames(lang, { type: 'region' });
  const labels = {
    state: (value: string) => text(`actors.state.${value}`),
    sector: (value: string) => text(`taxonomy.sector.${value}`),
    country: (value: string) => countries.of(value) ?? value,
  };
  const valuesOf = (facet: keyof typeof labels) =>
    counts
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value, label: labels[facet](value), count }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, lang));
  return { state: valuesOf('state'), sector: valuesOf('sector'), country: valuesOf('country') };
}
