import {
  applyForMembership,
  askClarification,
  confirmApplication,
  acceptApplication,
  type Application,
} from '@alianza/contracts/membership/applications';
import { mintLink, type LinkPurpose } from '@alianza/contracts/membership/recipients';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { randomUUID } from 'node:crypto';
import { rowsOf } from '../rows.js';
import { asSecretariat, type Setting } from '../setting.js';

/** A link's secret, minted as notifications does when it sends one. */
export async function secretFor(setting: Setting, purpose: LinkPurpose, subjectId: string): Promise<string> {
  const operations = setting.world.service('notifications').get(OperationsClient, { strict: false });
  const minted = { purpose, subjectId, key: randomUUID() };
  // The same key: where the machine stood still, a second answer replaces the first.
  const ask = () => operations.ask(mintLink, minted, setting.network.id);
  return (await ask().catch(ask)).secret;
}

export async function applied(setting: Setting, over: object = {}): Promise<string> {
  const organization = `Fundación Muestra ${randomUUID().slice(0, 8)} (ficticia)`;
  // What the public may read is asked where a spec is about it.
  const input = { ...applyForMembership.example.input, shows: undefined, organization, ...over };
  await setting.world.edge.call(applyForMembership, input, { network: setting.network.code });
  const [row] = await rowsOf<{ id: string }>('membership', 'select id from application where network_id = $1 and organization = $2', [
    setting.network.id,
    input.organization,
  ]);
  if (!row) throw new Error('the application was not kept');
  return row.id;
}

export async function confirmed(setting: Setting, over: object = {}): Promise<{ applicationId: string; followSecret: string }> {
  const applicationId = await applied(setting, over);
  const secret = await secretFor(setting, 'confirm-application', applicationId);
  const { followSecret } = await setting.world.edge.call<{ followSecret: string }>(
    confirmApplication,
    { secret },
    { network: setting.network.code },
  );
  return { applicationId, followSecret };
}

export async function asked(setting: Setting): Promise<{ applicationId: string; followSecret: string; version: number }> {
  const application = await confirmed(setting);
  const [row] = await rowsOf<{ version: number }>('membership', 'select version from application where id = $1', [
    application.applicationId,
  ]);
  const as = { ...(await asSecretariat(setting)), version: row?.version };
  const { version } = await setting.world.edge.call<Application>(
    askClarification,
    { id: application.applicationId, text: '¿Quién firma la carta?' },
    as,
  );
  return { ...application, version };
}

export async function accepted(setting: Setting, over: object = {}): Promise<{ invitationId: string; invitationSecret: string }> {
  const { applicationId: id } = await confirmed(setting, over);
  const [row] = await rowsOf<{ version: number }>('membership', 'select version from application where id = $1', [id]);
  await setting.world.edge.call(
    acceptApplication,
    { id, category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27' },
    { ...(await asSecretariat(setting)), version: row?.version },
  );
  const [invitation] = await rowsOf<{ id: string }>(
    'membership',
    'select id from invitation where network_id = $1 order by id desc limit 1',
    [setting.network.id],
  );
  const invitationId = invitation?.id ?? '';
  return { invitationId, invitationSecret: await secretFor(setting, 'accept-invitation', invitationId) };
}
