import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Event } from '@alianza/contracts/event';
import { newId } from '../ids.js';
import { withoutAddresses } from '../run/log.js';
import { LOG, type Log } from '../run/service-definition.js';

type Give = (event: Event) => Promise<unknown>;

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
    const words = withoutAddresses(reason instanceof Error ? reason.message : String(reason));
    const row = [newId(), consumer, JSON.stringify(event), words];
    try {
      await this.em.fork().execute('insert into dead_letter (id, consumer, event, reason) values (?, ?, ?, ?)', row);
      return true;
    } catch (error) {
      this.log.error({ error, consumer, event: event.id }, 'a dead letter could not be kept');
      return false;
    }
  }

  /** Hands every dead letter of this service to its consumer again; those it takes are marked. Returns how many it took and how many not. */
  async retry(): Promise<{ taken: number; refused: number }> {
    const rows = await this.em
      .fork()
      .execute<{ id: string; consumer: string; event: Event }[]>(
        'select id, consumer, event from dead_letter where retried_at is null order by died_at',
      );
    const results = await Promise.all(rows.map((row) => this.retryOne(row)));
    const taken = results.filter(Boolean).length;
    return { taken, refused: rows.length - taken };
  }

  private async retryOne({ id, consumer, event }: { id: string; consumer: string; event: Event }): Promise<boolean> {
    const give = this.consumers.get(consumer);
    if (!give) return false; // kept for the version that knows this consumer
    try {
      await give(event);
    } catch (error) {
      this.log.warn({ error, consumer, event: event.id }, 'a dead letter was refused again');
      return false;
    }
    await this.em.fork().execute('update dead_letter set retried_at = now() where id = ?', [id]);
    return true;
  }
}
