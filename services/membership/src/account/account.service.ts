import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { getAccount, OwnAccount } from '@alianza/contracts/membership/account/account';
import type { AnswerOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { IDENTITY, type IdentityDirectory } from '../identity/identity-directory.js';
import { Network, viewNetwork } from '../networks/network.entity.js';
import { Consent } from '../privacy/consent.entity.js';
import { Erasure } from '../privacy/erasure/erasure.entity.js';
import { PersonalCopy } from '../privacy/copies/personal-copy.entity.js';
import { undeliveredOf } from '../recipients/undelivered.js';
import { AddressChange } from './address-change.entity.js';
import { ownPerson } from './own-person.js';

/** What somebody sees of themselves. */
@Injectable()
export class AccountService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
  ) {}

  async get(call: Call): Promise<AnswerOf<typeof getAccount>> {
    const { id, name, email, registeredAt } = await ownPerson(this.em, call);
    const now = await this.clock.now(this.em);
    return {
      id,
      name,
      email,
      registeredAt: registeredAt.toISOString(),
      ...(await this.addressOf(id, now)),
      elsewhere: this.identity.elsewhere,
      copy: await this.copyOf(id, now),
      erasure: await this.erasureOf(id, now),
      ...(await this.noticesOf(id, call)),
    };
  }

  private async addressOf(personId: string, now: Date): Promise<Pick<OwnAccount, 'newAddress' | 'signIn'>> {
    const changes = await this.em.find(AddressChange, { personId }, { orderBy: { askedAt: 'desc', id: 'desc' } });
    const asked = changes.find((change) => change.isToBeTold(now));
    const last = changes.find(({ confirmedAt }) => confirmedAt);
    return {
      newAddress: asked ? { email: asked.email, expiresAt: asked.expiresAt.toISOString(), undelivered: undeliveredOf(asked) } : null,
      signIn: last ? (last.outcome ?? 'waiting') : null,
    };
  }

  private async copyOf(personId: string, now: Date): Promise<OwnAccount['copy']> {
    const copy = await this.em.findOne(PersonalCopy, { personId });
    if (!copy || copy.isOver(now)) return null;
    const { askedAt, expiresAt } = copy;
    return { state: copy.isReady(now) ? 'ready' : 'waiting', askedAt: askedAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null };
  }

  private async erasureOf(personId: string, now: Date): Promise<OwnAccount['erasure']> {
    const asked = await this.em.findOne(Erasure, { personId, withdrawnAt: null, doneAt: null });
    return asked ? { askedAt: asked.askedAt.toISOString(), dueAt: asked.dueAt.toISOString(), stage: asked.stage(now) } : null;
  }

  private async noticesOf(personId: string, { network, lang }: Call): Promise<Pick<OwnAccount, 'notice' | 'consents'>> {
    const given = await this.em.find(Consent, { personId }, { orderBy: { givenAt: 'desc' } });
    const networks = await this.em.find(Network, { id: [network, ...given.map(({ networkId }) => networkId)] });
    const here = networks.find(({ id }) => id === network);
    if (!here) throw new Error('no network');
    const names = new Map(networks.map((each) => [each.id, viewNetwork(each, lang).name]));
    const { version, publishedAt } = viewNetwork(here, lang).privacy;
    const accepted = given.some((consent) => consent.networkId === network && consent.version === version);
    return {
      notice: { version, publishedAt, accepted },
      consents: given.map(({ networkId, version: accepting, givenAt }) => ({
        network: names.get(networkId) ?? '',
        version: accepting,
        givenAt: givenAt.toISOString(),
      })),
    };
  }
}
