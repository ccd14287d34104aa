import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { resolvePrincipal } from '@alianza/contracts/membership/principals';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Origin } from '@alianza/platform/calls/call';
import { NetworkReads } from '@alianza/platform/data/reads/network-reads';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Relay } from '@alianza/platform/events/relay';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { MembershipConfig, Operator } from '../config.js';
import { RegistrationService, type AccountKey } from '../people/registration.service.js';
import { readStanding, type StandingRow } from './principals.queries.js';
import { standingOf, type Held } from './standing.policy.js';

const operatorRole: Held = { role: 'operator', organizationId: null, status: null, letterValidUntil: null };

@Injectable()
export class PrincipalsService {
  private readonly operators: readonly Operator[];

  constructor(
    private readonly em: EntityManager,
    private readonly reads: NetworkReads,
    private readonly relay: Relay,
    private readonly registration: RegistrationService,
    @Inject(CONFIG) { OPERATORS }: MembershipConfig,
  ) {
    this.operators = OPERATORS;
  }

  async resolve(input: InputOf<typeof resolvePrincipal>, origin: Origin): Promise<AnswerOf<typeof resolvePrincipal>> {
    const operator = this.operators.find(({ issuer, subject }) => issuer === input.issuer && subject === input.subject);
    const rows = await this.rows(input, operator, origin);
    const [first] = rows;
    const held = [...rows.flatMap(heldIn), ...(operator ? [operatorRole] : [])];
    if (!first || first.disabled) return { person: null, ...standingOf([], input), disabled: first !== undefined };
    return { person: { id: first.id, language: first.language }, ...standingOf(held, input), disabled: false };
  }

  /** An operator is configured, not invited: the person begins to exist here, so that what they do has an author. */
  private async rows(
    input: AccountKey & { networkId: string | null },
    operator: Operator | undefined,
    origin: Origin,
  ): Promise<StandingRow[]> {
    const rows = await readStanding(this.reads, input.networkId, input);
    if (rows.length > 0 || !operator) return rows;
    const { networkId } = input;
    await inNetwork(this.em, { networkId }, () => this.registration.personOf(operator, { ...operator, language: 'es' }, origin));
    this.relay.wake();
    return readStanding(this.reads, networkId, input);
  }
}

const heldIn = ({ role, letterValidUntil, ...rest }: StandingRow): Held[] =>
  role === null ? [] : [{ ...rest, role, letterValidUntil: letterValidUntil === null ? null : new Date(letterValidUntil) }];
