import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { gatherFromAudit, gatherFromNotifications, gatherFromRepository, type Gathered } from '@alianza/contracts/privacy/gathering';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { nowhere } from '@alianza/platform/ids';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { gather } from '@alianza/platform/privacy/gather';
import { Network } from '../../networks/network.entity.js';
import { PersonNetwork } from '../../people/person-network.entity.js';
import { ofEverywhere, ofNetwork } from './own-sections.js';

/** Of which network something is kept; null for what belongs to none. */
export interface Found extends Gathered {
  readonly network: string | null;
}

type Page = { readonly items: readonly Gathered[]; readonly next: string | null };
type Ask = (after: string | undefined) => Promise<Page>;

const elsewhere = [gatherFromRepository, gatherFromNotifications, gatherFromAudit] as const;

/** Everything that any service keeps of a person, in every network where they take or took part. */
@Injectable()
export class GatheringService {
  constructor(
    private readonly em: EntityManager,
    private readonly operations: OperationsClient,
  ) {}

  async gather(personId: string): Promise<Found[]> {
    const networks = await this.networksOf(personId);
    const found = await this.from({ id: null, code: null }, personId);
    for (const network of networks) found.push(...(await this.from(network, personId)));
    return found;
  }

  private networksOf(personId: string): Promise<Pick<Network, 'id' | 'code'>[]> {
    return inNetwork(this.em, { networkId: null, readOnly: true }, async (em) => {
      const places = await em.find(PersonNetwork, { personId });
      return em.find(Network, { id: places.map(({ networkId }) => networkId) }, { orderBy: { code: 'asc' } });
    });
  }

  private async from({ id, code }: { id: string | null; code: string | null }, personId: string): Promise<Found[]> {
    const own: Ask = (after) =>
      inNetwork(this.em, { networkId: id, readOnly: true, timeout: 20_000 }, (em) =>
        gather(em, id === null ? ofEverywhere : ofNetwork, { networkId: id ?? nowhere, personId, after }),
      );
    const asked = elsewhere.map(
      (operation): Ask =>
        (after) =>
          this.operations.ask(operation, { personId, after }, id),
    );
    const found: Found[] = [];
    for (const ask of [own, ...asked]) for (const item of await everyPage(ask)) found.push({ ...item, network: code });
    return found;
  }
}

async function everyPage(ask: Ask): Promise<Gathered[]> {
  const items: Gathered[] = [];
  for (let after: string | undefined, more = true; more;) {
    const page = await ask(after);
    items.push(...page.items);
    after = page.next ?? undefined;
    more = after !== undefined;
  }
  return items;
}
