import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { Clock } from '@alianza/platform/clock';
import { queryRows } from '@alianza/platform/data/queries';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { nowhere } from '@alianza/platform/ids';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { MembershipConfig } from '../config.js';
import { networkIds } from '../networks/every-network.js';
import { Account } from '../people/account.entity.js';
import { IDENTITY, type IdentityDirectory } from './identity-directory.js';
import { addressOfSomebody, openAtAddress } from './untaken-accounts.queries.js';

/** Accounts made for who was invited, which nobody took. */
@Injectable()
export class UntakenAccounts {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
    @Inject(CONFIG) private readonly config: MembershipConfig,
  ) {}

  /** Of an address; `but` is an invitation that does not count. Who was invited to it while it was closed has one, also where only a later try comes so far. */
  async close(email: string, but: string = nowhere): Promise<void> {
    if (!(await this.isSomebodys(email)) && !(await this.isInvited(email, but))) await this.delete(email);
    if (await this.isInvited(email, but)) await this.identity.ensureAccount(email);
  }

  /** Not one that an administrator made there. */
  private async delete(email: string): Promise<void> {
    const subject = await this.identity.madeAt(email);
    if (subject !== null && !(await this.isTaken(subject))) await this.identity.deleteAccount(subject);
  }

  private isSomebodys(email: string): Promise<boolean> {
    return this.finds(null, () => queryRows(this.em, addressOfSomebody, [email]));
  }

  private async isInvited(email: string, but: string): Promise<boolean> {
    for (const networkId of await networkIds(this.em))
      if (
        await this.finds(networkId, async () => queryRows(this.em, openAtAddress, [networkId, email, but, await this.clock.now(this.em)]))
      )
        return true;
    return false;
  }

  /** By a person, or by whoever is configured to operate the platform and has not come yet. */
  private isTaken(subject: string): Promise<boolean> {
    if (this.config.OPERATORS.some((operator) => operator.subject === subject)) return Promise.resolve(true);
    return this.finds(null, () => this.em.find(Account, { subject }));
  }

  private finds(networkId: string | null, ask: () => Promise<unknown[]>): Promise<boolean> {
    return inNetwork(this.em, { networkId, readOnly: true }, async () => (await ask()).length > 0);
  }
}
