import { Controller, type Type } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ServiceName } from '@alianza/contracts/access';
import { deadLetterOperations } from '@alianza/contracts/dead-letters';
import type { Event } from '@alianza/contracts/event';
import { Operation } from '../calls/operation.decorator.js';
import { DeadLetters } from './dead-letters.js';

interface Row {
  id: string;
  consumer: string;
  event: Event;
  reason: string;
  diedAt: Date;
}

const waiting = `select id, consumer, event, reason, died_at as "diedAt" from dead_letter where retried_at is null order by died_at limit 100`;

/** The two operations on dead letters that every service has. */
export function deadLettersController(service: ServiceName): Type {
  const { list, retry } = deadLetterOperations[service];

  @Controller()
  class DeadLettersController {
    constructor(
      private readonly em: EntityManager,
      private readonly deadLetters: DeadLetters,
    ) {}

    @Operation(list)
    async list() {
      const rows = await this.em.execute<Row[]>(waiting);
      const items = rows.map(({ event, diedAt, ...row }) => ({ ...row, subject: event.subject, diedAt: new Date(diedAt).toISOString() }));
      return { items };
    }

    @Operation(retry)
    retry() {
      return this.deadLetters.retry();
    }
  }
  return DeadLettersController;
}
