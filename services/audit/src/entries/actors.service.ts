import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { listActors } from '@alianza/contracts/audit/chains';
import type { AnswerOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { readActors, readKinds } from './actors.queries.js';

/** By what a chain can be filtered. */
@Injectable()
export class ActorsService {
  constructor(private readonly em: EntityManager) {}

  async list({ network }: Call): Promise<AnswerOf<typeof listActors>> {
    const [people, organizations, services] = [
      await readActors(this.em, network, 'person'),
      await readActors(this.em, network, 'organization'),
      await readActors(this.em, network, 'service'),
    ];
    return { people, organizations, services, kinds: await readKinds(this.em, network) };
  }
}
