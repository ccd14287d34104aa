import { Inject, Injectable } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { getNetwork } from '@alianza/contracts/membership/networks';
import { listOrganizations, type ListedOrganization } from '@alianza/contracts/membership/organizations';
import { listRecords, listReplicationRecords, summarizeRecords } from '@alianza/contracts/repository/harvest';
import { getTaxonomy } from '@alianza/contracts/repository/taxonomy';
import { Clock } from '@alianza/platform/clock';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { GatewayConfig } from '../config.js';
import { PublicReading, type Ask } from '../harvest/public-reading.js';
import { codesOf } from './codes.js';
import type { OpenTable } from './formats.js';
import { organizationRow, practiceRow, replicationRow, tables, type Home, type Row, type TableName } from './tables.js';

const pageSize = 100;

/** A table, and by what one can tell whether it is the same as before; null where nothing tells. */
export interface Opened {
  readonly table: OpenTable;
  readonly changedAt: string | null;
}

export const isTable = (name: string): name is TableName => Object.hasOwn(tables, name);

/** What a network publishes, as tables that are read page by page. */
@Injectable()
export class OpenDataService {
  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly reading: PublicReading,
    private readonly clock: Clock,
  ) {}

  async open(code: string, name: TableName): Promise<Opened> {
    const ask = await this.reading.in(code);
    const { name: network } = await ask(getNetwork, {});
    const home = `${this.config.ORIGIN}/${code}`;
    const changedAt = name === 'practicas' ? (await ask(summarizeRecords, {})).changedAt : null;
    const date = (changedAt ?? this.clock.instant().toISOString()).slice(0, 10);
    const [spanish, english] = await this.inBoth(code);
    const rows = rowsOf(name, { ask, both: [spanish, english], home, network });
    const [es, en] = await Promise.all([spanish(getTaxonomy, {}), english(getTaxonomy, {})]);
    const codes = codesOf(name, { es: es.concepts, en: en.concepts });
    return { table: { name, network, page: `${home}/datos-abiertos`, date, codes, rows }, changedAt };
  }

  private async inBoth(code: string): Promise<readonly [Ask, Ask]> {
    return [await this.reading.in(code, 'es'), await this.reading.in(code, 'en')];
  }
}

interface Source extends Home {
  readonly ask: Ask;
  readonly both: readonly [Ask, Ask];
}

function rowsOf(name: TableName, { ask, both, home, network }: Source): AsyncGenerator<Row[]> {
  switch (name) {
    case 'practicas':
      return practices(ask, { home, network });
    case 'organizaciones':
      return organizations(both, home);
    case 'replicas':
      return replications(ask, home);
  }
}

async function* practices(ask: Ask, home: Home): AsyncGenerator<Row[]> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const answer = await ask(listRecords, { limit: pageSize, ...(cursor && { cursor }) });
    yield answer.items.map((record) => practiceRow(record, home));
    cursor = answer.nextCursor;
  }
}

async function* replications(ask: Ask, home: string): AsyncGenerator<Row[]> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const answer = await ask(listReplicationRecords, { limit: pageSize, ...(cursor && { cursor }) });
    yield answer.items.map((replication) => replicationRow(replication, home));
    cursor = answer.nextCursor;
  }
}

async function allOrganizations(ask: Ask): Promise<ListedOrganization[]> {
  const all: ListedOrganization[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const answer = await ask(listOrganizations, { limit: pageSize, ...(cursor && { cursor }) });
    all.push(...answer.items);
    cursor = answer.nextCursor;
  }
  return all;
}

/** By slug, which is the same in both languages; a directory is some hundred entries. */
async function* organizations([spanish, english]: readonly [Ask, Ask], home: string): AsyncGenerator<Row[]> {
  const [read, translated] = await Promise.all([allOrganizations(spanish), allOrganizations(english)]);
  const bySlug = new Map(translated.map((entry) => [entry.slug, entry]));
  const once = [...new Map(read.map((entry) => [entry.slug, entry])).values()].sort((one, other) => (one.slug < other.slug ? -1 : 1));
  yield once.map((entry) => organizationRow(entry, bySlug.get(entry.slug) ?? entry, home));
}

/** `practicas.csv`, `organizaciones-diccionario.csv` */
export function fileOf(address: string): { name: TableName; format: string; dictionary: boolean } {
  const {
    name = '',
    dictionary,
    format = '',
  } = /^(?<name>[a-z]+)(?<dictionary>-diccionario)?\.(?<format>csv|json|xlsx)$/.exec(address)?.groups ?? {};
  if (!isTable(name) || (dictionary !== undefined && format !== 'csv')) throw new DomainError(generalErrors['route-not-found']);
  return { name, format, dictionary: dictionary !== undefined };
}
