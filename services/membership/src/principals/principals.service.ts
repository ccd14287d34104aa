import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { resolvePrincipals, Standing, StandingAsked } from '@alianza/contracts/membership/principals';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Origin } from '@alianza/platform/calls/call';
import { NetworkReads } from '@alianza/platform/data/reads/network-reads';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Relay } from '@alianza/platform/events/relay';
import { CONFIG } from '@alianza/platform/run/service-definition';
import { operatorOf, type MembershipConfig, type Operator } from '../config.js';
import { RegistrationService } from '../people/registration.service.js';
import { readStandings, type StandingRow } from './principals.queries.js';
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

  async resolve({ asked }: InputOf<typeof resolvePrincipals>, origin: Origin): Promise<AnswerOf<typeof resolvePrincipals>> {
    const rowsOf = await readStandings(this.reads, asked);
    return { standings: await Promise.all(asked.map((question) => this.standing(question, rowsOf.get(question) ?? [], origin))) };
  }

  private async standing(question: StandingAsked, rows: readonly StandingRow[], origin: Origin): Promise<Standing> {
    const operator = operatorOf(this.operators, question);
    const [first, ...more] = rows.length === 0 && operator ? await this.begin(operator, question, origin) : rows;
    if (!first || first.disabled) return { person: null, ...standingOf([], question), disabled: first !== undefined };
    const held = [...[first, ...more].flatMap(heldIn), ...(operator ? [operatorRole] : [])];
    return { person: { id: first.id, language: first.language }, ...standingOf(held, question), disabled: false };
  }

  /** An operator is configured, not invited: the person begins to exist here, so that what they do has an author. */
  private async begin(operator: Operator, { networkId }: StandingAsked, origin: Origin): Promise<StandingRow[]> {
    await inNetwork(this.em, { networkId }, () => this.registration.personOf(operator, { ...operator, language: 'es' }, origin));
    this.relay.wake();
    const [rows = []] = (await readStandings(this.reads, [{ ...operator, networkId }])).values();
    return rows;
  }
}

const heldIn = ({ role, letterValidUntil, ...rest }: StandingRow): Held[] =>
  role === null ? [] : [{ ...rest, role, letterValidUntil: letterValidUntil === null ? null : new Date(letterValidUntil) }];
