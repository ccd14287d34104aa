import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Event } from '@alianza/contracts/event';
import { newId } from '../ids.js';
import { withoutAddresses } from '../run/log.js';
import { LOG, type Log } from '../run/service-definition.js';

type Give = (event: Event) => Promise<unknown>;

/** One, all of a consumer, or all; of one network where it is named. */
interface Chosen {
  readonly id?: string | undefined;
  readonly consumer?: string | undefined;
  readonly networkId?: string;
}
interface Row {
  readonly id: string;
  readonly consumer: string;
  readonly event: Event;
}

const waiting = `select id, consumer, event from dead_letter where retried_at is null and (?::uuid is null or id = ?::uuid)
  and (?::text is null or consumer = ?::text)
  and (?::text is null or event ->> 'networkId' = ?::text) order by coalesce(refused_at, died_at), id limit 100`;

const wordsOf = (reason: unknown): string => withoutAddresses(reason instanceof Error ? reason.message : String(reason));

/** What consumers could not digest, with the reason, until somebody retries it. */
@Injectable()
export class DeadLetters {
  private readonly consumers = new Map<string, Give>();

  constructor(
    private readonly em: EntityManager,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** How to hand an event to a consumer again. */
  learn(consumer: string, give: Give): void {
    this.consumers.set(consumer, give);
  }

  /** False when even this could not be written: the event is delivered again. */
  async bury(consumer: string, event: Pick<Event, 'id' | 'subject'>, reason: unknown): Promise<boolean> {
    const row = [newId(), consumer, JSON.stringify(event), wordsOf(reason)];
    try {
      await this.em.fork().execute('insert into dead_letter (id, consumer, event, reason) values (?, ?, ?, ?)', row);
      return true;
    } catch (error) {
      this.log.error({ error, consumer, event: event.id }, 'a dead letter could not be kept');
      return false;
    }
  }

  /** Hands dead letters to their consumers again, those first that have waited longest since they came or were refused; those they take are marked. Returns how many were taken and how many not. */
  async retry({ id, consumer, networkId }: Chosen = {}): Promise<{ taken: number; refused: number }> {
    const asked = [id, consumer, networkId].flatMap((one) => [one ?? null, one ?? null]);
    const rows = await this.em.fork().execute<Row[]>(waiting, asked);
    const results = await Promise.all(rows.map((row) => this.retryOne(row)));
    const taken = results.filter(Boolean).length;
    return { taken, refused: rows.length - taken };
  }

  private async retryOne({ id, consumer, event }: Row): Promise<boolean> {
    const give = this.consumers.get(consumer);
    if ('words' in event) return this.refuse(id, null); // it never was an event, which its reason says
    if (!give) return this.refuse(id, 'no consumer of that name is here'); // kept for the version that knows it
    try {
      await give(event);
    } catch (error) {
      this.log.warn({ error, consumer, event: event.id }, 'a dead letter was refused again');
      return this.refuse(id, wordsOf(error));
    }
    await this.em.fork().execute('update dead_letter set retried_at = now() where id = ?', [id]);
    return true;
  }

  private async refuse(id: string, why: string | null): Promise<false> {
    await this.em.fork().execute('update dead_letter set retries = retries + 1, refused_at = now(), refusal = ? where id = ?', [why, id]);
    return false;
  }
}
