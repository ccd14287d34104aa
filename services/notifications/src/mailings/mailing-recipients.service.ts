import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { gatherRecipients } from '@alianza/contracts/membership/recipients';
import type { MailingAudience, MailingPreview } from '@alianza/contracts/notifications/mailings';
import type { OutputOf } from '@alianza/contracts/operation';
import { queryRows } from '@alianza/platform/data/queries';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { createHash } from 'node:crypto';
import { optedOut } from './mailings.queries.js';

type Page = OutputOf<typeof gatherRecipients>;
type Person = Page['items'][number];

export interface Wanted {
  readonly to: MailingAudience;
  /** Whether it goes to everybody, whatever they chose. */
  readonly always: boolean;
  readonly networkId: string;
}

export interface Reached {
  readonly people: readonly string[];
  readonly preview: MailingPreview;
}

const mostNames = 50;

/** Whom a mailing reaches at this moment: each person once, however many roles they have. */
@Injectable()
export class MailingRecipientsService {
  constructor(
    private readonly em: EntityManager,
    private readonly operations: OperationsClient,
  ) {}

  async find({ to, always, networkId }: Wanted): Promise<Reached> {
    const { people, without } = await this.gather(to, networkId);
    const rows = await queryRows<{ personId: string }>(this.em, optedOut, [networkId]);
    const unwilling = new Set(rows.map(({ personId }) => personId));
    const willing = always ? people : people.filter(({ personId }) => !unwilling.has(personId));
    const unreachable = willing.filter(({ failing }) => failing);
    const reached = always ? willing : willing.filter(({ failing }) => !failing);
    const ids = reached.map(({ personId }) => personId);
    const speaking = (language: Person['language']) => reached.filter((person) => person.language === language).length;
    return {
      people: ids,
      preview: {
        recipients: { total: reached.length, es: speaking('es'), en: speaking('en') },
        optedOut: people.length - willing.length,
        unreachable: { total: unreachable.length, names: unreachable.slice(0, mostNames).map(({ name }) => name) },
        without,
        digest: createHash('sha256')
          .update(JSON.stringify([always, ids]))
          .digest('hex'),
      },
    };
  }

  private async gather({ organizations, filter, roles }: MailingAudience, networkId: string) {
    const people: Person[] = [];
    let without: Page['without'] = { total: 0, names: [] };
    let after: string | null = null;
    do {
      const page: Page = await this.operations.ask(gatherRecipients, { organizations, filter, roles, after }, networkId);
      if (after === null) without = page.without;
      people.push(...page.items);
      after = page.next;
    } while (after !== null);
    return { people, without };
  }
}
