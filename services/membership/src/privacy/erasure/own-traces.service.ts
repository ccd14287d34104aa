import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { invitationRevoked } from '@alianza/contracts/membership/invitations';
import type { Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { queryRows } from '@alianza/platform/data/queries';
import { record } from '@alianza/platform/events/record';
import { File } from '@alianza/platform/files/file.entity';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import path from 'node:path';
import { AddressChange } from '../../account/address-change.entity.js';
import { Actor } from '../../actors/actor.entity.js';
import { Application } from '../../applications/application.entity.js';
import { Correspondent } from '../../correspondents/correspondent.entity.js';
import { Invitation } from '../../invitations/invitation.entity.js';
import { Letter } from '../../letters/letter.entity.js';
import { LinksService } from '../../links/links.service.js';
import type { Person } from '../../people/person.entity.js';
import { FailingAddress } from '../../recipients/failing-address.entity.js';
import { keyOf, PersonalCopy } from '../copies/personal-copy.entity.js';
import { actorsReachedAt, forgetInSheets, invitationsOf } from './own-traces.queries.js';

const addressesIn = (email: string, changes: readonly AddressChange[]): string[] =>
  [email, ...changes.flatMap(({ former }) => former ?? [])].map((each) => each.toLowerCase());

/** Where else the address of a person stands, and how it goes from there. */
@Injectable()
export class OwnTracesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly links: LinksService,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  /** Every address of a person, in small letters. */
  async addressesOf({ id: personId, email }: Person): Promise<string[]> {
    return addressesIn(email, await this.em.find(AddressChange, { personId }));
  }

  /** In one network, which the transaction looks into. What is still to be decided with somebody at this address is left to be decided. */
  async removeFrom(networkId: string, { id: personId, email }: Person, origin: Origin): Promise<void> {
    const changes = await this.em.find(AddressChange, { personId });
    const emails = addressesIn(email, changes);
    await this.removeInvitations({ networkId, personId, emails }, origin);
    for (const application of await this.em.find(Application, { networkId, emailKey: { $in: emails } }))
      if (!application.isOpen()) application.forgetAddress();
    const actors = await queryRows<{ id: string }>(this.em, actorsReachedAt, [networkId, JSON.stringify(emails)]);
    for (const actor of await this.em.find(Actor, { networkId, id: actors.map(({ id }) => id) })) actor.forgetContact();
    const wrote = await this.em.find(Correspondent, { networkId, email: { $in: emails } });
    await this.links.forget(
      networkId,
      [...wrote, ...changes].map(({ id }) => id),
    );
    for (const correspondent of wrote) this.em.remove(correspondent);
    await forgetInSheets(this.em, networkId, emails);
    await this.renameLetters(networkId, personId);
    await this.em.flush();
  }

  async removeEverywhere({ id: personId }: Person): Promise<void> {
    await oneAtATime(this.em, 'copy of', personId);
    const copy = await this.em.findOne(PersonalCopy, { personId });
    if (copy) await this.store.remove(keyOf(copy));
    await this.em.nativeDelete(PersonalCopy, { personId });
    await this.em.nativeDelete(AddressChange, { personId });
    await this.em.nativeDelete(FailingAddress, { personId });
  }

  /** Their letters stay for as long as letters do; who sent them may have named the file after the person. */
  private async renameLetters(networkId: string, personId: string): Promise<void> {
    const letters = await this.em.find(Letter, { networkId, personId, fileId: { $ne: null } });
    const files = await this.em.find(File, { networkId, id: letters.flatMap(({ fileId }) => fileId ?? []) });
    for (const file of files) file.name = `oficio${path.extname(file.name)}`;
  }

  private async removeInvitations(
    { networkId, personId, emails }: { networkId: string; personId: string; emails: string[] },
    origin: Origin,
  ): Promise<void> {
    const now = await this.clock.now(this.em);
    const found = await queryRows<{ id: string }>(this.em, invitationsOf, [networkId, personId, JSON.stringify(emails)]);
    const theirs = await this.em.find(Invitation, { networkId, id: found.map(({ id }) => id) });
    const revoked = theirs.filter((invitation) => invitation.isOpen(now));
    for (const invitation of revoked) invitation.revoke(now);
    for (const invitation of theirs) invitation.forgetAddress();
    await this.em.flush();
    for (const { id, version, role, organizationId = null } of revoked)
      record(this.em, origin, invitationRevoked, { aggregateId: id, aggregateVersion: version, data: { role, organizationId } });
  }
}
