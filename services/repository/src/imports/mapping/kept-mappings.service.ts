import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf } from '@alianza/contracts/operation';
import type { ImportMapping, listImportMappings } from '@alianza/contracts/repository/imports';
import { KeptMapping } from '../import.entities.js';
import { ImportMappingNotFoundError } from '../imports.errors.js';

/** How many a network keeps: the page shows them all. */
const most = 50;

/** What a network's sheets look like, under names that people gave. */
@Injectable()
export class KeptMappings {
  constructor(private readonly em: EntityManager) {}

  async list(networkId: string): Promise<AnswerOf<typeof listImportMappings>> {
    const kept = await this.em.find(KeptMapping, { networkId }, { orderBy: { name: 'asc' }, limit: most });
    return { items: kept.map(({ name, columns, type, as }) => ({ name, columns, type, as })) };
  }

  /** The same name again replaces what it stood for. */
  async keep(
    networkId: string,
    name: string,
    columns: readonly { readonly header: string }[],
    { fields, type, as }: ImportMapping,
  ): Promise<void> {
    const named = columns.flatMap(({ header }, place) => {
      const field = fields[place] ?? null;
      return field === null || header === '' ? [] : [{ header, field }];
    });
    const before = await this.em.findOne(KeptMapping, { networkId, name });
    if (before) Object.assign(before, { columns: named, type, as });
    else this.em.persist(this.em.create(KeptMapping, { networkId, name, columns: named, type, as }));
    await this.em.flush();
  }

  async forget(networkId: string, name: string): Promise<void> {
    const gone = await this.em.nativeDelete(KeptMapping, { networkId, name });
    if (gone === 0) throw new ImportMappingNotFoundError();
  }
}
