import { setTimeout as wait } from 'node:timers/promises';
import type { confirmApplication } from '@alianza/contracts/membership/applications';
import type { confirmCorrespondent } from '@alianza/contracts/membership/outside/correspondents';
import { type Api, RefusedCall } from './api.js';

const patience = 30_000;

interface Confirmation {
  readonly api: Api;
  readonly origin: string;
  readonly network: string;
  readonly address: string;
  /** How the address of such a link goes on behind the network: `/consulta/`. */
  readonly link: string;
  readonly operation: typeof confirmApplication | typeof confirmCorrespondent;
}

interface Mail {
  readonly links: readonly string[];
}

/**
 * Opens the confirmation link that was mailed to `address`, as its owner would. The mailbox may hold letters of an earlier load, whose links
 * are spent, so the newest is tried until one holds.
 */
export async function confirmByMail({ api, origin, network, address, link, operation }: Confirmation): Promise<void> {
  const end = performance.now() + patience;
  const spent = new Set<string>();
  for (;;) {
    const secrets = (await secretsFor(origin, address, link)).filter((secret) => !spent.has(secret));
    for (const secret of secrets) {
      if (await confirmed(api, operation, { secret, network })) return;
      spent.add(secret);
    }
    if (performance.now() > end) throw new Error(`no llegó el correo de confirmación para ${address}`);
    await wait(100);
  }
}

async function secretsFor(origin: string, address: string, link: string): Promise<string[]> {
  const response = await fetch(new URL(`/_correo/api/messages?to=${encodeURIComponent(address)}`, origin));
  if (!response.ok) throw new Error(`el buzón local respondió ${response.status}`);
  const mails = (await response.json()) as Mail[];
  const links = mails.flatMap((mail) => mail.links).filter((found) => found.includes(link));
  return [...new Set(links.map((found) => new URL(found).hash.slice(1)))];
}

async function confirmed(
  api: Api,
  operation: Confirmation['operation'],
  { secret, network }: { secret: string; network: string },
): Promise<boolean> {
  try {
    await api.call(operation, { secret }, { network });
    return true;
  } catch (error) {
    if (error instanceof RefusedCall && ['link-not-valid', 'application-not-open'].includes(error.code ?? '')) return false;
    throw error;
  }
}
