import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { InputOf } from '@alianza/contracts/operation';
import { gatherFromRepository } from '@alianza/contracts/privacy/gathering';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { nowhere } from '@alianza/platform/ids';
import { gather } from '@alianza/platform/privacy/gather';
import { sections } from './own-sections.js';

@Controller()
export class PeopleController {
  constructor(private readonly em: EntityManager) {}

  @Operation(gatherFromRepository)
  gather({ personId, after }: InputOf<typeof gatherFromRepository>, { networkId }: Call) {
    return gather(this.em, sections, { networkId: networkId ?? nowhere, personId, after });
  }
}
