import { createHmac, hkdfSync } from 'node:crypto';

const length = 22; // 128 bits

/** Names under which who is counted is kept: the same in every replica, and nobody who reads the table can tell an address or a person from them. */
export class Pseudonyms {
  private readonly key: Uint8Array;

  /** `secret`: what replicas of this service have in common and nobody else has. */
  constructor(secret: string) {
    this.key = new Uint8Array(hkdfSync('sha256', secret, '', 'rate limits', 32));
  }

  of(name: string, who: string): string {
    return createHmac('sha256', this.key).update(`${name} ${who}`).digest('base64url').slice(0, length);
  }
}
