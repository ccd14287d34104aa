import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { networkOpened } from '@alianza/contracts/membership/networks';
import { statementPublished } from '@alianza/contracts/membership/settings/statements';
import type { DataOf, Event } from '@alianza/contracts/event';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { nowhere } from '@alianza/platform/ids';
import { keepTerms } from './terms.queries.js';

/** Of a network's pages of law, the terms under which records are handed in. */
@Controller()
export class TermsConsumers {
  constructor(private readonly em: EntityManager) {}

  /** The product's words of the day it opened. */
  @Consumes(networkOpened, 'repository-terms-opened')
  async opened({ aggregateId: networkId, data }: Event<DataOf<typeof networkOpened>>): Promise<void> {
    const { version, edition } = data.terms ?? { version: 1, edition: 1 };
    await keepTerms(this.em, { networkId, version, own: false, edition });
  }

  @Consumes(statementPublished, 'repository-terms')
  async published({ networkId, data }: Event<DataOf<typeof statementPublished>>): Promise<void> {
    const { page, version, own, edition = 1 } = data;
    if (page === 'terms') await keepTerms(this.em, { networkId: networkId ?? nowhere, version, own, edition });
  }
}
