import { BaseRpcContext } from '@nestjs/microservices';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Actor } from '@alianza/contracts/event';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Principal } from '@alianza/contracts/membership/principals';
import type { Operation } from '@alianza/contracts/operation';
import type { Reader } from '../data/localized.js';

/** What an event needs to know of the work that led to it. */
export interface Origin {
  readonly networkId: string | null;
  readonly actor: Actor;
  readonly cause: string;
}

export interface Request {
  readonly operation: Operation;
  readonly principal: Principal | null;
  /** Milliseconds left to answer. */
  readonly left: number;
  readonly lang: PortalLanguage;
  /** For what is not in `lang`: the network's own language. */
  readonly fallback: PortalLanguage;
  readonly correlationId: string;
  /** The version named by If-Match. */
  readonly version: number | null;
  readonly idempotencyKey: string | null;
}

/** One request as guards, interceptors, handlers and filters see it. */
export class Call extends BaseRpcContext<[Request]> implements Origin, Reader {
  get request(): Request {
    return this.args[0];
  }

  get operation(): Operation {
    return this.request.operation;
  }

  get lang(): PortalLanguage {
    return this.request.lang;
  }

  get fallback(): PortalLanguage {
    return this.request.fallback;
  }

  get principal(): Principal {
    if (!this.request.principal) throw new DomainError(generalErrors.unauthenticated);
    return this.request.principal;
  }

  get networkId(): string | null {
    return this.principal.networkId;
  }

  /** The network, where there must be one. */
  get network(): string {
    if (this.networkId === null) throw new DomainError(generalErrors['network-not-found']);
    return this.networkId;
  }

  /** Id of the person, where there must be one; an account that accepted no invitation yet is nobody. */
  get personId(): string {
    const { person, account } = this.principal;
    if (!person) throw new DomainError(account ? generalErrors['person-unknown'] : generalErrors.unauthenticated);
    return person.id;
  }

  /** The organisation acted for, where it matters which. */
  get actingFor(): string {
    if (this.principal.actingFor === null) throw new DomainError(generalErrors['acting-for-required']);
    return this.principal.actingFor;
  }

  get actor(): Actor {
    const { person, actingFor, service } = this.principal;
    return { personId: person?.id ?? null, organizationId: actingFor, service };
  }

  get cause(): string {
    return this.request.correlationId;
  }
}

/** Refuses an edit of anything but the version that was read (RFC 9110 §13.1.1). */
export function expectVersion({ version }: { version: number }, { request }: Call): void {
  if (version !== request.version) throw new DomainError(generalErrors['version-stale'], { current: version });
}
