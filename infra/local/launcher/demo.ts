import { loadDemo } from '@alianza/demo/load';
import { demoOperator, demoPassword, demoPeople } from '@alianza/demo/people';
import path from 'node:path';
import { localIssuer, type Parts } from '../environments.js';
import type { Identity } from '../identity/identity.js';
import { readJson, writePrivate } from '../servers/private-file.js';
import { StartFailure } from '../servers/start-failure.js';
import type { LaunchOptions } from './options.js';

/** Who stands above networks in the demonstration. */
export const demoOperators: Parts['operators'] = [demoOperator].map(({ subject, email, name }) => ({
  issuer: localIssuer,
  subject,
  email,
  name,
}));

export interface DemoSurroundings {
  readonly options: LaunchOptions;
  readonly identity: Identity;
  /** Whether the local mailbox runs. */
  readonly mailbox: boolean;
  readonly tell: (what: string) => void;
}

/** Fills both networks through the API, as people would; does little where that was done at an earlier start. */
export async function fillDemo({ options, identity, mailbox, tell }: DemoSurroundings): Promise<void> {
  const stampFile = path.join(options.dataDir, 'demo.json');
  const kept = readJson<{ stamp: string }>(stampFile);
  const { stamp } = await loadDemo({
    origin: options.origin,
    issuer: localIssuer,
    accounts: async (people) => {
      await command(identity, '/demo-accounts', people);
    },
    tokenOf: async (email) => {
      const answer = await command(identity, '/tokens', { email });
      return ((await answer.json()) as { token: string }).token;
    },
    stamp: kept?.stamp ?? null,
    mailbox,
    progress: tell,
  });
  writePrivate(stampFile, JSON.stringify({ stamp }));
}

async function command({ adminUrl, adminSecret }: Identity, name: string, body: unknown): Promise<Response> {
  const answer = await fetch(adminUrl + name, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminSecret}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new StartFailure(`El inicio de sesión local no aceptó las cuentas de demostración (${name}: ${answer.status}).`);
  return answer;
}

/** Who can sign in to the demonstration, in columns. */
export function accountsTable(): string {
  const rows = demoPeople.map(({ email, name, secondFactor }) => [email, `${name}${secondFactor ? ' (con código)' : ''}`] as const);
  const width = Math.max(...rows.map(([email]) => email.length));
  return [
    `\nCuentas de demostración; contraseña de todas: ${demoPassword}`,
    ...rows.map(([email, name]) => `  ${email.padEnd(width)}  ${name}`),
  ].join('\n');
}
