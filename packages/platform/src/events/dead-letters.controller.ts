import { Controller, type Type } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ServiceName } from '@alianza/contracts/access';
import {
  deadLetterOperations,
  type ConsumerLetters,
  type DeadLetter,
  type NetworkLetter,
  type TakenLetter,
} from '@alianza/contracts/dead-letters';
import type { Event } from '@alianza/contracts/event';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '../calls/call.js';
import { Operation } from '../calls/operation.decorator.js';
import { DeadLetters } from './dead-letters.js';

interface Row {
  id: string;
  consumer: string;
  /** What was no event may lack anything. */
  event: Partial<Event>;
  reason: string;
  diedAt: string;
  takenAt: string;
  retries: number;
  refusedAt: string | null;
}

const waiting = `select id, consumer, event, coalesce(refusal, reason) as reason, died_at as "diedAt", retries, refused_at as "refusedAt"
  from dead_letter where retried_at is null order by coalesce(refused_at, died_at), id limit 100`;
const ofNetwork = `select id, event, died_at as "diedAt", retries, refused_at as "refusedAt", count(*) over ()::int as total
  from dead_letter where retried_at is null and event ->> 'networkId' = ? order by coalesce(refused_at, died_at), id limit 100`;
const counted = 'select consumer, count(*)::int as waiting from dead_letter where retried_at is null group by consumer order by consumer';
const taken = `select id, consumer, event, died_at as "diedAt", retried_at as "takenAt" from dead_letter
  where retried_at > now() - interval '7 days' order by retried_at desc limit 20`;

const instant = (value: string) => new Date(value).toISOString();
const text = (value: unknown) => (typeof value === 'string' ? value : null);

const about = ({ id, consumer, event }: Row) => ({
  ...{ id, consumer, subject: event.subject ?? '' },
  networkId: text(event.networkId),
  aggregateId: text(event.aggregateId),
});

const viewWaiting = ({ reason, diedAt, retries, refusedAt, ...row }: Omit<Row, 'takenAt'>): DeadLetter => ({
  ...about(row as Row),
  ...{ reason, retries, diedAt: instant(diedAt), refusedAt: refusedAt === null ? null : instant(refusedAt) },
});
const viewTaken = (row: Row): TakenLetter => ({ ...about(row), diedAt: instant(row.diedAt), takenAt: instant(row.takenAt) });

const viewOwn = ({ id, event, retries, diedAt, refusedAt }: Row): NetworkLetter => ({
  ...{ id, subject: event.subject ?? '', aggregateId: text(event.aggregateId), retries },
  ...{ diedAt: instant(diedAt), refusedAt: refusedAt === null ? null : instant(refusedAt) },
});

type Chosen = InputOf<(typeof deadLetterOperations)[ServiceName]['retry']>;

/** The operations on dead letters that every service has: an operator's, on all, and a secretariat's, on what its network is named in. */
export function deadLettersController(service: ServiceName): Type {
  const { list, retry, own, retryOwn } = deadLetterOperations[service];

  @Controller()
  class DeadLettersController {
    constructor(
      private readonly em: EntityManager,
      private readonly deadLetters: DeadLetters,
    ) {}

    @Operation(list)
    async list() {
      const [items, done] = [await this.em.execute<Row[]>(waiting), await this.em.execute<Row[]>(taken)];
      const consumers = await this.em.execute<ConsumerLetters[]>(counted);
      const total = consumers.reduce((sum, { waiting: some }) => sum + some, 0);
      return { items: items.map(viewWaiting), total, consumers, taken: done.map(viewTaken) };
    }

    @Operation(retry)
    retry(chosen: Chosen) {
      return this.deadLetters.retry(chosen);
    }

    @Operation(own)
    async own(_input: object, { network }: Call) {
      const rows = await this.em.execute<(Row & { total: number })[]>(ofNetwork, [network]);
      return { items: rows.map(viewOwn), total: rows[0]?.total ?? 0 };
    }

    @Operation(retryOwn)
    retryOwn({ id }: Pick<Chosen, 'id'>, { network: networkId }: Call) {
      return this.deadLetters.retry({ id, networkId });
    }
  }
  return DeadLettersController;
}
