import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

const validity = 15 * 60_000;
const tries = 5;

const digestOf = (code: string) => createHash('sha256').update(code).digest();

interface Sent {
  readonly digest: Buffer;
  readonly until: number;
  left: number;
}

/** Six digits mailed to an address, good for fifteen minutes, five tries and one use. A new one replaces the earlier. */
export class Codes {
  private readonly sent = new Map<string, Sent>();

  make(email: string, now: number): string {
    for (const [address, { until }] of this.sent) if (until <= now) this.sent.delete(address);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    this.sent.set(email, { digest: digestOf(code), until: now + validity, left: tries });
    return code;
  }

  /** False alike for a wrong, a late, a spent code and for an address that never got one. */
  accepts(email: string, code: string, now: number): boolean {
    const sent = this.sent.get(email);
    if (!sent || sent.until <= now || sent.left === 0) return false;
    sent.left -= 1;
    return timingSafeEqual(sent.digest, digestOf(code));
  }

  spend(email: string): void {
    this.sent.delete(email);
  }
}
