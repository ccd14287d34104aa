import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { secondFactorRoles } from '@alianza/contracts/access';
import type { KnownPerson, listAccounts } from '@alianza/contracts/membership/account/accounts';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { Id } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { fromCursor, toPage } from '@alianza/platform/data/cursors';
import { CONFIG } from '@alianza/platform/run/service-definition';
import { z } from 'zod';
import type { MembershipConfig, Operator } from '../../config.js';
import { IDENTITY, type IdentityDirectory } from '../../identity/identity-directory.js';
import { plain } from '../../organizations/names.js';
import { Account } from '../account.entity.js';
import { readAccounts, type AccountRow } from './accounts.queries.js';
import { guardingOf } from './guarding.js';

const Keys = z.tuple([z.string(), Id]);

/** Who is known in a network and may come in, for who helps when somebody cannot or must not. */
@Injectable()
export class AccountsService {
  private readonly operators: readonly Operator[];

  constructor(
    private readonly em: EntityManager,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
    @Inject(CONFIG) { OPERATORS }: MembershipConfig,
  ) {
    this.operators = OPERATORS;
  }

  async list({ q, cursor, limit }: InputOf<typeof listAccounts>, call: Call): Promise<AnswerOf<typeof listAccounts>> {
    const keys = fromCursor(cursor, 2, Keys);
    const after = keys === null ? null : Keys.parse(keys);
    const found = await readAccounts(this.em, { networkId: call.network, words: plain(q), after, limit: limit + 1 });
    const { rows, nextCursor } = toPage(found, limit, ({ key, id }) => [key, id]);
    const operating = await this.operating(call);
    const items: KnownPerson[] = [];
    for (const row of rows) {
      const guarded = operating.has(row.id) || row.roles.some((role) => secondFactorRoles.includes(role));
      items.push({ ...view(row, call), secondFactor: guarded && !this.identity.elsewhere && (await this.mayHelp(row.id, call)) });
    }
    return { items, nextCursor, operators: this.operators.map(({ name, email }) => ({ name, email })) };
  }

  /** A lead is offered what would not be refused. */
  private async mayHelp(personId: string, { network: here, principal }: Call): Promise<boolean> {
    if (principal.roles.includes('operator')) return true;
    return (await guardingOf(this.em, personId, { here, operators: this.operators })).ofThisNetworkAlone;
  }

  /** Operators by their person, told apart for operators alone: no other may help one. */
  private async operating({ principal }: Call): Promise<Set<string>> {
    if (!principal.roles.includes('operator') || this.operators.length === 0) return new Set();
    const keys = this.operators.map(({ issuer, subject }) => ({ issuer, subject }));
    return new Set((await this.em.find(Account, { $or: keys })).map(({ personId }) => personId));
  }
}

function view(
  { id, name, email, roles, disabledAt, disabledReason, disabledBy }: AccountRow,
  call: Call,
): Omit<KnownPerson, 'secondFactor'> {
  const disabled = disabledAt === null ? null : { at: new Date(disabledAt).toISOString(), reason: disabledReason ?? '', by: disabledBy };
  return { id, name, email, roles, disabled, own: id === call.principal.person?.id };
}
