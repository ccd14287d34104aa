import { createPrivateKey, generateKeyPairSync, randomBytes, randomUUID, sign, type JsonWebKey } from 'node:crypto';
import { newSecret, readJson, writePrivate } from '../servers/private-file.js';

interface SigningKey extends JsonWebKey {
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'RS256';
}

/** What signs tokens and cookies; kept, so that who is signed in stays so over a restart. */
export interface IdentityKeys {
  readonly signing: SigningKey;
  readonly cookies: readonly string[];
}

export function identityKeys(file: string): IdentityKeys {
  const kept = readJson<IdentityKeys>(file);
  if (kept) return kept;
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const keys: IdentityKeys = {
    signing: { ...key, kid: randomUUID(), use: 'sig', alg: 'RS256' },
    cookies: [randomBytes(32).toString('base64url')],
  };
  writePrivate(file, JSON.stringify(keys));
  return keys;
}

/** What a program signs in with: its account is its client, the subject of its tokens. */
export interface ScriptClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The one script of the demonstration; its secret is made once and stays in the data folder. */
export function scriptClient(file: string): ScriptClient {
  const kept = readJson<ScriptClient>(file);
  if (kept) return kept;
  const made = { clientId: 'demo-script', clientSecret: newSecret() };
  writePrivate(file, JSON.stringify(made));
  return made;
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A JWT (RFC 7519) signed as the issuer signs. */
export function signToken({ signing }: IdentityKeys, claims: object): string {
  const content = `${encoded({ alg: signing.alg, typ: 'at+jwt', kid: signing.kid })}.${encoded(claims)}`;
  const key = createPrivateKey({ key: signing, format: 'jwk' });
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}
