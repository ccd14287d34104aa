import { previewMailing, sendMailing, type MailingPreview } from '@alianza/contracts/notifications/mailings';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Person } from '../people.js';
import { rowsOf } from '../rows.js';
import { asSecretariat, asTitular, type Setting } from '../setting.js';

/** To the titular of the network's member. */
const audience = (setting: Setting) => ({ organizations: [setting.organization.id], roles: ['titular'] });

/** Its titular is there; who that is and how many they are is what a mailing must name. */
async function previewed(setting: Setting) {
  await asTitular(setting);
  const preview = await setting.world.edge.call<MailingPreview>(previewMailing, { to: audience(setting) }, await asSecretariat(setting));
  return { organizationId: setting.organization.id, digest: preview.digest };
}

async function sent(setting: Setting): Promise<{ mailingId: string }> {
  const { digest } = await previewed(setting);
  const input = { ...sendMailing.example.input, to: audience(setting), digest };
  const { id } = await setting.world.edge.call<{ id: string }>(sendMailing, input, await asSecretariat(setting));
  return { mailingId: id };
}

/** One whose mails are still to come, however fast they leave. */
async function sending(setting: Setting): Promise<{ mailingId: string }> {
  const { id: by } = await asSecretariat(setting);
  const [row] = await rowsOf<{ id: string }>(
    'notifications',
    `insert into mailing (id, network_id, subject, body, roles, by, at, state, recipients)
      values ($1, $2, '{"original":"es","es":"Asamblea"}', '{"original":"es","es":"El jueves."}', '["titular"]', $3, now(), 'sending', 1) returning id`,
    [randomUUID(), setting.network.id, by],
  );
  return { mailingId: row?.id ?? '' };
}

/** The secret of a link that ends news for a person; real ones are in their mails. */
export async function subscriptionOf(setting: Setting, { id }: Pick<Person, 'id'>): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(secret).digest('base64url');
  const insert = `insert into subscription (id, network_id, hash, person_id, kind) values ($1, $2, $3, $4, 'news') returning id`;
  await rowsOf('notifications', insert, [randomUUID(), setting.network.id, hash, id]);
  return secret;
}

export const mailingStates = {
  subscription: async (setting: Setting) => ({ subscriptionSecret: await subscriptionOf(setting, await asTitular(setting)) }),
  'reachable-organization': async (setting: Setting) => ({ organizationId: (await previewed(setting)).organizationId }),
  'previewed-mailing': previewed,
  mailing: sent,
  'sending-mailing': sending,
};
