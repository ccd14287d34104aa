import { Injectable } from '@nestjs/common';
import type { Access } from '@alianza/contracts/access';
import { DomainError } from '@alianza/contracts/errors';
import { Peers, type Arrived } from '../http/peers.js';
import { Limits, type Claim } from './limits.js';
import { standingHeaders } from './rate-limited.error.js';
import type { LimitName } from './rules.js';

/** What is about to be asked for, and by which account where there is one. */
export interface Entry {
  readonly access: Access;
  readonly kind: 'read' | 'write' | 'upload';
  readonly account: { readonly issuer: string; readonly subject: string } | null;
}

/** Characters of a token's signature by which it is recognised, and tokens that are. */
const [tail, most] = [64, 20_000];

type Arriving = Arrived & { readonly raw: object };

/** Writes of these accesses are counted by address as well, whoever sends them. */
const openTo = { public: ['open-writes', 'open-writes-daily'], link: ['link-writes'] } as const;

const byAddress = ({ access, kind }: Entry): readonly LimitName[] => {
  if (kind === 'upload') return ['uploads'];
  return kind === 'write' && (access === 'public' || access === 'link') ? openTo[access] : [];
};

/** Which limits a request meets. Who asks is read from the connection and the verified token alone, never from anything else that was sent. */
@Injectable()
export class Admission {
  private readonly standings = new WeakMap<object, Record<string, string>>();
  /** Ends of tokens that held: an office shares one address, and whoever is at work there is not stopped by a neighbour's guesses. */
  private readonly proven = new Set<string>();

  constructor(
    private readonly limits: Limits,
    private readonly peers: Peers,
  ) {}

  /** What anybody may read. */
  toPublic(request: Arrived): void {
    this.limits.count({ name: 'public-reads', who: this.peers.of(request) });
  }

  /** Before any work is done for it. */
  async to(request: Arriving, entry: Entry): Promise<void> {
    const claims = this.claimsOf(request, entry);
    if (claims.length === 0) this.toPublic(request); // whoever that is will hear that they are nobody
    else if (entry.kind === 'read') for (const claim of claims) this.limits.count(claim);
    else await this.spend(request, claims);
  }

  /** A token that does not hold counts; after too many, none is looked at any more that was not good before. */
  async withToken<T>(request: Arrived, authorization: string, prove: () => Promise<T>): Promise<T> {
    const claim: Claim = { name: 'bad-tokens', who: this.peers.of(request) };
    const end = authorization.slice(-tail);
    if (!this.proven.has(end)) this.limits.admit(claim);
    try {
      const proof = await prove();
      if (this.proven.size >= most) this.proven.clear();
      this.proven.add(end);
      return proof;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'unauthenticated') this.limits.count(claim);
      throw error;
    }
  }

  /** How it stands with the limit that a write met. */
  headersFor({ raw }: { readonly raw: object }): Record<string, string> {
    return this.standings.get(raw) ?? {};
  }

  private claimsOf(request: Arrived, entry: Entry): Claim[] {
    const claims: Claim[] = byAddress(entry).map((name) => ({ name, who: this.peers.of(request) }));
    if (entry.account) claims.push({ name: entry.kind === 'read' ? 'signed-in-reads' : 'writes', who: nameOf(entry.account) });
    return claims;
  }

  private async spend(request: Arriving, claims: readonly Claim[]): Promise<void> {
    const standing = await this.limits.spend(claims);
    if (standing) this.standings.set(request.raw, standingHeaders(standing));
  }
}

const nameOf = ({ issuer, subject }: NonNullable<Entry['account']>): string => `${issuer} ${subject}`;
