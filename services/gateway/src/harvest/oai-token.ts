import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { OaiError } from './oai-error.js';

/** All that the next part of a list needs: nothing is remembered here, and any replica can go on. */
const State = z.strictObject({
  verb: z.enum(['ListRecords', 'ListIdentifiers']),
  from: z.string().optional(),
  before: z.string().optional(),
  set: z.string().optional(),
  cursor: z.string(),
  /** How many were told before. */
  told: z.int().min(0),
});
export type TokenState = z.infer<typeof State>;

const digestLength = 22; // 128 bits
const wrong = () => new OaiError('badResumptionToken', 'this token was not given here for this list');

/** Tokens that carry their state, and by whose signature we know them for ours. */
export class OaiTokens {
  private readonly key: Uint8Array;

  /** `secret`: what replicas of this service have in common and nobody else has. */
  constructor(secret: string) {
    this.key = new Uint8Array(hkdfSync('sha256', secret, '', 'resumption tokens', 32));
  }

  write(network: string, state: TokenState): string {
    const body = Buffer.from(JSON.stringify(state)).toString('base64url');
    return `${body}.${this.sign(network, body)}`;
  }

  read(network: string, verb: TokenState['verb'], token: string): TokenState {
    const [body = '', digest = '', ...more] = token.split('.');
    const expected = Buffer.from(this.sign(network, body));
    const given = Buffer.from(digest);
    if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) throw wrong();
    const state = State.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
    if (state.verb !== verb) throw wrong();
    return state;
  }

  private sign(network: string, body: string): string {
    return createHmac('sha256', this.key).update(`${network} ${body}`).digest('base64url').slice(0, digestLength);
  }
}
