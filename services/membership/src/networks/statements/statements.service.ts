import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import {
  statementErrors,
  statementPublished,
  type getStatement,
  type KeptStatementPage,
  type listStatements,
  type publishStatement,
} from '@alianza/contracts/membership/settings/statements';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import {
  keptStatement,
  productEditions,
  readableVersions,
  statementPages,
  versionInForce,
  type StatementPage,
  type StatementVersion,
} from '@alianza/contracts/privacy/editions';
import type { Localized } from '@alianza/contracts/shapes';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { isSameJson } from '../../data/same-json.js';
import { defaultLanguage, Network, type NetworkRow } from '../network.entity.js';
import { oneStatement } from '../networks.queries.js';
import { NetworkStatement } from './network-statement.entity.js';

type Row = Pick<NetworkRow, 'languages' | 'statements'> & {
  content: Localized | null;
  published: StatementVersion[];
  openedAt: string;
};

const instant = (at: string): string => new Date(at).toISOString();

/** Which can be read, whoever's words they are in: the last first. */
function readableOf(page: StatementPage, { published, openedAt }: Row): StatementVersion[] {
  const dated = published.map((one) => ({ ...one, publishedAt: instant(one.publishedAt) }));
  return readableVersions(page, dated, instant(openedAt));
}

/** Of before. */
function earlier(readable: readonly StatementVersion[], asked: number): StatementVersion {
  const found = readable.find(({ version }) => version === asked);
  if (!found) throw new DomainError(statementErrors['statement-version-not-found']);
  return found;
}

/** Privacy notice, legal notice, accessibility statement, terms of publication: the product's words, or a network's own. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly reads: PublicReads,
  ) {}

  async get({ page, version: asked }: InputOf<typeof getStatement>, call: Call): Promise<AnswerOf<typeof getStatement>> {
    const [row] = await this.reads.rows<Row>(oneStatement, [call.network, page, asked ?? null], call.request.left);
    if (!row) throw new DomainError(generalErrors['network-not-found']);
    const now = versionInForce(page, keptStatement(row.statements, page));
    const versions = readableOf(page, row);
    const readable = versions.map(({ version, publishedAt }) => ({ version, publishedAt }));
    const around = { page, inForce: now.version, readable };
    const { version, publishedAt, own } = asked === undefined || asked === now.version ? now : earlier(versions, asked);
    if (!own || row.content === null) return { ...around, version, publishedAt, text: null };
    const { text: source, lang: language } = resolve(row.content, { lang: call.lang, fallback: defaultLanguage(row) });
    return { ...around, version, publishedAt, text: { source, language } };
  }

  async list(call: Call): Promise<AnswerOf<typeof listStatements>> {
    const network = await this.em.findOneOrFail(Network, { id: call.network });
    return { items: await Promise.all(statementPages.map((page) => this.view(network, page))) };
  }

  /** The same words again are no new version: nobody is asked to accept again what they accepted. */
  async publish({ page, content }: InputOf<typeof publishStatement>, call: Call): Promise<KeptStatementPage> {
    const network = await this.em.findOneOrFail(Network, { id: call.network }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    expectVersion(versionInForce(page, keptStatement(network.statements, page)), call);
    const before = await this.last(network, page);
    if (isSameJson(before?.content ?? null, content)) return this.view(network, page);
    const publishedAt = await this.clock.now(this.em);
    const { edition } = productEditions[page];
    const { version, own } = network.publish(page, { own: content !== null, edition }, publishedAt);
    this.em.persist(this.em.create(NetworkStatement, { networkId: network.id, page, version, content, publishedAt }));
    await this.em.flush();
    record(this.em, call, statementPublished, { aggregateId: newId(), aggregateVersion: 1, data: { page, version, own, edition } });
    return this.view(network, page);
  }

  private last({ id }: Network, page: StatementPage): Promise<NetworkStatement | null> {
    return this.em.findOne(NetworkStatement, { networkId: id, page }, { orderBy: { version: 'desc' } });
  }

  private async view({ id, statements }: Network, page: StatementPage): Promise<KeptStatementPage> {
    const { version, publishedAt, own } = versionInForce(page, keptStatement(statements, page));
    const kept = await this.em.find(NetworkStatement, { networkId: id, page }, { orderBy: { version: 'desc' }, limit: 50 });
    const before = kept.map((one) => ({
      version: one.version,
      publishedAt: one.publishedAt.toISOString(),
      own: Boolean(one.content),
    }));
    const content = own ? (kept[0]?.content ?? null) : null;
    return { page, version, publishedAt, content, earlier: before.filter((one) => one.version !== version) };
  }
}
