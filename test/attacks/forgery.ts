import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { audience, realm } from '@alianza/local/identity/claims';
import { adminFile } from '@alianza/local/identity/identity';
import { identityKeys, type IdentityKeys } from '@alianza/local/identity/keys';
import { shared } from '@alianza/testing/databases';
import type { World } from '@alianza/testing/world';

/** Where a world's issuer and mailbox keep what they have. */
export function folderOf({ identity }: World): string {
  const { dir } = shared();
  const worlds = readdirSync(dir).filter((name) => name.startsWith('world-'));
  const own = worlds.map((name) => path.join(dir, name)).find((folder) => isOf(folder, identity.adminSecret));
  if (own === undefined) throw new Error('this world has no folder');
  return own;
}

/** The keys of a world's own issuer: what a token is signed with when nothing but its content is wrong. */
export const issuerKeys = (world: World): IdentityKeys => identityKeys(path.join(folderOf(world), 'identity/keys.json'));

function isOf(folder: string, secret: string): boolean {
  try {
    return (JSON.parse(readFileSync(adminFile(folder), 'utf8')) as { secret: string }).secret === secret;
  } catch {
    return false; // another world, which is being built or taken down
  }
}

export const inSeconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;

/** Claims that hold for this account at this world's edge. */
export const rightClaims = ({ origin }: World, sub: string) => ({
  iss: origin + realm,
  aud: audience,
  sub,
  acr: '2',
  iat: inSeconds(0),
  exp: inSeconds(300),
});

export const base64url = (text: string): string => Buffer.from(text).toString('base64url');
