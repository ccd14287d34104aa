import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import type { ServiceName } from '@alianza/contracts/access';
import type { Principal } from '@alianza/contracts/membership/principals';
import type { Clock } from '../clock.js';
import { Recent } from '../recent.js';

/** A principal, good for one subject until one instant (epoch milliseconds) and, where given, for one body. */
export interface Pass {
  principal: Principal;
  subject: string;
  until: number;
  digest: string | null;
  signer: ServiceName;
}

const validity = 10_000;
const nobodyKept = 5_000;

export const digestOf = (body: Uint8Array | string): string => createHash('sha256').update(body).digest('base64url');

export function signPass(pass: Pass, key: KeyObject): string {
  const payload = Buffer.from(JSON.stringify(pass));
  return `${payload.toString('base64url')}.${sign(null, payload, key).toString('base64url')}`;
}

/** A service speaks for itself and for nobody else; the gateway for people, for nobody, and for itself. */
function mayBeSaid({ signer, principal }: Pass): boolean {
  const { account, person, roles, permissions, organizations, actingFor, service } = principal;
  if (service === null) return signer === 'gateway';
  const nobodyElse = account === null && person === null && actingFor === null;
  return service === signer && nobodyElse && [roles, permissions, organizations].every(({ length }) => length === 0);
}

/** The pass, or null when it is forged, malformed, signed by somebody unknown or says what its signer may not say. */
export function openPass(token: string, keys: ReadonlyMap<string, KeyObject>): Pass | null {
  const [payload = '', signature = ''] = token.split('.');
  const bytes = Buffer.from(payload, 'base64url');
  try {
    const pass = JSON.parse(bytes.toString()) as Pass;
    const key = keys.get(pass.signer);
    if (!key || !verify(null, bytes, key, Buffer.from(signature, 'base64url'))) return null;
    return mayBeSaid(pass) ? pass : null;
  } catch {
    return null;
  }
}

/** How long a reader's pass is given again, in milliseconds: no longer than who they are may be remembered. */
const readersKept = 1000;

interface Signed {
  readonly until: number;
  readonly pass: string;
}

/**
 * Signs every request. One that covers no body is the same again for a moment: nobody's for five seconds; somebody's for one, and only while
 * the very same principal is held in hand.
 */
export class PassSigner {
  private readonly nobody = new Recent<Signed>(nobodyKept);
  private readonly readers = new WeakMap<Principal, Recent<Signed>>();

  constructor(
    private readonly signer: ServiceName,
    private readonly key: KeyObject,
    private readonly clock: Clock,
  ) {}

  sign(principal: Principal, subject: string, body: string | null): string {
    const now = this.clock.instant().getTime();
    const until = now + validity;
    const fresh = (): Signed => {
      const digest = body === null ? null : digestOf(body);
      return { until, pass: signPass({ principal, subject, until, digest, signer: this.signer }, this.key) };
    };
    if (body !== null) return fresh().pass;
    const anonymous = principal.account === null && principal.service === null;
    const kept = anonymous ? this.nobody : this.of(principal);
    const key = anonymous ? `${principal.networkId ?? ''} ${subject}` : subject;
    if ((kept.known(key)?.until ?? 0) <= now) kept.forget(key); // a clock that was set forward ends passes at once
    return kept.get(key, fresh).pass;
  }

  private of(principal: Principal): Recent<Signed> {
    const known = this.readers.get(principal) ?? new Recent<Signed>(readersKept);
    this.readers.set(principal, known);
    return known;
  }
}

/** Checks each signature once, its time and its body every time. */
export class PassReader {
  private readonly opened = new Recent<Pass | null>(nobodyKept);

  constructor(
    private readonly keys: ReadonlyMap<string, KeyObject>,
    private readonly clock: Clock,
  ) {}

  /** The principal, or null where the pass does not hold for this subject, now, with this body. */
  open(token: string, subject: string, body: Uint8Array): Principal | null {
    const pass = this.opened.get(token, () => openPass(token, this.keys));
    if (!pass || pass.subject !== subject || pass.until <= this.clock.instant().getTime()) return null;
    return pass.digest === null || pass.digest === digestOf(body) ? pass.principal : null;
  }
}
