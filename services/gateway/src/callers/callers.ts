import { Injectable } from '@nestjs/common';
import type { Access } from '@alianza/contracts/access';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Principal } from '@alianza/contracts/membership/principals';
import { recentSignIn } from '@alianza/contracts/operation';
import { Id } from '@alianza/contracts/shapes';
import { allowed } from '@alianza/platform/calls/access.guard';
import { Clock } from '@alianza/platform/clock';
import { anyone } from '@alianza/platform/principals/principals';
import { Recent } from '@alianza/platform/recent';
import type { EdgeRequest } from '../http/edge-request.js';
import { Admission, type Entry } from '../limits/admission.js';
import { Patience } from '../operations/patience.js';
import { Standings } from './standings.js';
import { Tokens, type Proof } from './tokens.js';

/** Who it is, and what keeps them from being let in. */
interface Known {
  readonly principal: Principal;
  readonly disabled: boolean;
  readonly secondFactorMissing: boolean;
}

interface Asked {
  readonly networkId: string | null;
  readonly access: Access;
  /** A write must know what holds now; a read may use what held a second ago. */
  readonly kind: Entry['kind'];
  /** Taken of a sign-in of the last minutes alone. */
  readonly recent?: boolean;
}

/** Where somebody asks, for whom, and the milliseconds left to find out who they are there. */
interface Place {
  readonly networkId: string | null;
  readonly actingFor: string | null;
  readonly left: number;
}

/** Who asks: the token proves the account, membership says who that is and what they may do there. */
@Injectable()
export class Callers {
  private readonly recent = new Recent<Promise<Known>>(1000);

  constructor(
    private readonly tokens: Tokens,
    private readonly standings: Standings,
    private readonly patience: Patience,
    private readonly admission: Admission,
    private readonly clock: Clock,
  ) {}

  /** Throws `unauthenticated` for a token that does not hold or a person who is disabled, and `second-factor-required` or `sign-in-too-old` where that is what lacks. */
  async principalOf(request: EdgeRequest, { networkId, access, kind, recent = false }: Asked): Promise<Principal> {
    const started = performance.now();
    const { authorization } = request.headers;
    const actingFor = actingForOf(request);
    const proof = authorization === undefined ? null : await this.proofOf(request, authorization);
    await this.admission.to(request, { access, kind, account: proof });
    if (proof === null) return anyone(networkId);
    const resolve = () => this.resolve(proof, { networkId, actingFor, left: this.patience.left(performance.now() - started) });
    const key = [authorization, networkId, actingFor].join(' ');
    if (kind !== 'read') this.recent.forget(key); // what it is told, the reads after it ask for
    const { principal, disabled, secondFactorMissing } = await (kind === 'read'
      ? this.recent.get(key, () => this.remembered(key, resolve()))
      : resolve());
    if (disabled) throw new DomainError(generalErrors.unauthenticated);
    if (secondFactorMissing && !allowed(access, principal)) throw new DomainError(generalErrors['second-factor-required']);
    if (recent && !this.isRecent(proof)) throw new DomainError(generalErrors['sign-in-too-old']);
    return principal;
  }

  private isRecent({ signedInAt }: Proof): boolean {
    return signedInAt !== null && this.clock.instant().getTime() / 1000 - signedInAt <= recentSignIn;
  }

  private proofOf(request: EdgeRequest, authorization: string): Promise<Proof> {
    return this.admission.withToken(request, authorization, () => this.tokens.prove(authorization));
  }

  private async resolve({ issuer, subject, email, secondFactor }: Proof, { networkId, actingFor, left }: Place): Promise<Known> {
    const standing = await this.standings.of({ networkId, issuer, subject, actingFor, secondFactor }, left);
    const { disabled, secondFactorMissing, ...person } = standing;
    return { principal: { networkId, account: { issuer, subject, email }, ...person, service: null }, disabled, secondFactorMissing };
  }

  private remembered(key: string, known: Promise<Known>): Promise<Known> {
    known.catch(() => this.recent.forget(key));
    return known;
  }
}

/** The organisation a person of several speaks for. */
function actingForOf({ headers }: EdgeRequest): string | null {
  const given = headers['alianza-acting-for'];
  if (given === undefined) return null;
  const result = Id.safeParse(given);
  if (!result.success) throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '', reason: 'wrong-acting-for' }]);
  return result.data;
}
