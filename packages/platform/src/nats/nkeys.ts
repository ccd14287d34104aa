import { nkeys } from '@nats-io/transport-node';

/** A seed proves who one is; the server knows the public key alone. */
export interface Nkey {
  readonly seed: string;
  readonly publicKey: string;
}

const bytes = (seed: string) => new TextEncoder().encode(seed);

export function newNkey(): Nkey {
  const pair = nkeys.createUser();
  return { seed: new TextDecoder().decode(pair.getSeed()), publicKey: pair.getPublicKey() };
}

/** Throws for what is no seed. */
export const publicNkeyOf = (seed: string): string => nkeys.fromSeed(bytes(seed)).getPublicKey();

/** A user's; a server's or an account's opens no door. */
export function isNkeySeed(text: string): boolean {
  try {
    return publicNkeyOf(text).startsWith('U');
  } catch {
    return false;
  }
}
