import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import {
  networkOpened,
  type getNetwork,
  type listNetworkIds,
  type listNetworks,
  type NetworkSettings,
  type openNetwork,
} from '@alianza/contracts/membership/networks';
import type { AnswerOf } from '@alianza/contracts/operation';
import { firstStatement, statementPages, type KeptStatement, type StatementPage } from '@alianza/contracts/privacy/editions';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { Network, viewNetwork, type NetworkRow } from './network.entity.js';
import { allNetworks, oneNetwork } from './networks.queries.js';

@Injectable()
export class NetworksService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly reads: PublicReads,
  ) {}

  async list({ lang, request }: Call): Promise<AnswerOf<typeof listNetworks>> {
    const rows = await this.reads.rows<NetworkRow>(allNetworks, [], request.left);
    return { items: rows.map((row) => viewNetwork(row, lang)) };
  }

  async get({ network, lang, request }: Call): Promise<AnswerOf<typeof getNetwork>> {
    const [row] = await this.reads.rows<NetworkRow>(oneNetwork, [network], request.left);
    if (!row) throw new DomainError(generalErrors['network-not-found']);
    return viewNetwork(row, lang);
  }

  async ids(): Promise<AnswerOf<typeof listNetworkIds>> {
    const networks = await this.em.find(Network, {}, { orderBy: { openedAt: 'asc', id: 'asc' } });
    return { items: networks.map(({ id, code, languages, zone }) => ({ id, code, languages, zone })) };
  }

  async open(settings: NetworkSettings, call: Call): Promise<AnswerOf<typeof openNetwork>> {
    const { code, languages, zone, demo, calendar, accent, ...content } = settings;
    await oneAtATime(this.em, 'network', code);
    const known = await this.em.findOne(Network, { code });
    if (known) return { id: known.id, opened: false };
    const id = newId();
    const openedAt = await this.clock.now(this.em);
    const described = { content, languages, zone, calendar, accent };
    const statements = asBegun(openedAt);
    this.em.persist(this.em.create(Network, { id, code, ...described, demo, openedAt, statements }));
    const { version, edition } = statements.terms;
    const origin = { networkId: id, actor: call.actor, cause: call.cause };
    record(this.em, origin, networkOpened, {
      aggregateId: id,
      aggregateVersion: 1,
      data: { code, name: content.name, languages, zone, demo, terms: { version, edition } },
    });
    return { id, opened: true };
  }
}

/** Every page of law in the product's words. */
function asBegun(openedAt: Date): Record<StatementPage, KeptStatement> {
  const at = openedAt.toISOString();
  return Object.fromEntries(statementPages.map((page) => [page, firstStatement(page, at)])) as Record<StatementPage, KeptStatement>;
}
