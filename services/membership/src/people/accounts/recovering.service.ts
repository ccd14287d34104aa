import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { secondFactorReset, type resetSecondFactor } from '@alianza/contracts/membership/account/accounts';
import type { InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { MembershipConfig, Operator } from '../../config.js';
import { IDENTITY, type IdentityDirectory } from '../../identity/identity-directory.js';
import { AccountJobs } from '../accounts.jobs.js';
import { PersonNotFoundError } from '../people.errors.js';
import { PersonNetwork } from '../person-network.entity.js';
import { Person } from '../person.entity.js';
import { AccountIsOwnError, AccountOfOperatorsError, AccountsElsewhereError, SecondFactorNotNeededError } from './accounts.errors.js';
import { guardingOf } from './guarding.js';

/** Who lost the telephone gets in again by somebody else's word, never by their own. The provider is told by a job. */
@Injectable()
export class RecoveringService {
  private readonly operators: readonly Operator[];

  constructor(
    private readonly em: EntityManager,
    private readonly accounts: AccountJobs,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
    @Inject(CONFIG) { OPERATORS }: MembershipConfig,
  ) {
    this.operators = OPERATORS;
  }

  async reset({ id: personId, reason }: InputOf<typeof resetSecondFactor>, call: Call): Promise<object> {
    const place = await this.em.findOne(PersonNetwork, { personId, networkId: call.network });
    const person = place && (await this.em.findOne(Person, { id: personId, erasedAt: null }));
    if (!person) throw new PersonNotFoundError();
    if (personId === call.principal.person?.id) throw new AccountIsOwnError();
    await this.expectNeeded(personId, call);
    if (this.identity.elsewhere) throw new AccountsElsewhereError();
    const id = newId();
    record(this.em, call, secondFactorReset, { aggregateId: id, aggregateVersion: 1, data: { personId, reason } });
    await this.accounts.forgetFactor(personId, id);
    return {};
  }

  /** A lead helps whoever is something here, and nothing elsewhere that a weaker sign-in would open; nobody helps who is asked for no second factor. */
  private async expectNeeded(personId: string, { network: here, principal }: Call): Promise<void> {
    const { asked, ofThisNetworkAlone } = await guardingOf(this.em, personId, { here, operators: this.operators });
    if (!principal.roles.includes('operator') && !ofThisNetworkAlone) throw new AccountOfOperatorsError();
    if (!asked) throw new SecondFactorNotNeededError();
  }
}
