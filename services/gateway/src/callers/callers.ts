import { Injectable } from '@nestjs/common';
import type { Access } from '@alianza/contracts/access';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { resolvePrincipal, type Principal } from '@alianza/contracts/membership/principals';
import type { OutputOf } from '@alianza/contracts/operation';
import { Id } from '@alianza/contracts/shapes';
import { allowed } from '@alianza/platform/calls/access.guard';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { anyone, serviceItself } from '@alianza/platform/principals/principals';
import { Recent } from '@alianza/platform/recent';
import type { EdgeRequest } from '../http/edge-request.js';
import { Patience } from '../operations/patience.js';
import { Tokens, type Proof } from './tokens.js';

type Standing = OutputOf<typeof resolvePrincipal>;

interface Asked {
  readonly networkId: string | null;
  readonly access: Access;
  /** A write must know what holds now; a read may use what held a second ago. */
  readonly fresh: boolean;
}

/** Who asks: the token proves the account, membership says who that is and what they may do there. */
@Injectable()
export class Callers {
  private readonly recent = new Recent<Promise<Standing>>(1000);

  constructor(
    private readonly tokens: Tokens,
    private readonly operations: OperationsClient,
    private readonly patience: Patience,
  ) {}

  /** Throws `unauthenticated` for a token that does not hold or a person who is disabled, and `second-factor-required` where that is what lacks. */
  async principalOf(request: EdgeRequest, { networkId, access, fresh }: Asked): Promise<Principal> {
    const { authorization } = request.headers;
    const actingFor = actingForOf(request);
    if (authorization === undefined) return anyone(networkId);
    const proof = await this.tokens.prove(authorization);
    const resolve = () => this.resolve(proof, networkId, actingFor);
    const key = [authorization, networkId, actingFor].join(' ');
    const standing = await (fresh ? resolve() : this.recent.get(key, () => this.remembered(key, resolve())));
    const { disabled, secondFactorMissing, ...person } = standing;
    if (disabled) throw new DomainError(generalErrors.unauthenticated);
    const { issuer, subject, email } = proof;
    const principal = { networkId, account: { issuer, subject, email }, ...person, service: null };
    if (secondFactorMissing && !allowed(access, principal)) throw new DomainError(generalErrors['second-factor-required']);
    return principal;
  }

  private async resolve({ issuer, subject, secondFactor }: Proof, networkId: string | null, actingFor: string | null): Promise<Standing> {
    const body = JSON.stringify({ networkId, issuer, subject, actingFor, secondFactor });
    const asking = { principal: serviceItself('gateway', networkId), body, timeout: this.patience.left() };
    return JSON.parse((await this.operations.send(resolvePrincipal, asking)).body) as Standing;
  }

  private remembered(key: string, standing: Promise<Standing>): Promise<Standing> {
    standing.catch(() => this.recent.forget(key));
    return standing;
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
