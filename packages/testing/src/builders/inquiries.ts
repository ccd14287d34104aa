import { confirmCorrespondent } from '@alianza/contracts/membership/outside/correspondents';
import { sendInquiry } from '@alianza/contracts/repository/inquiries';
import { randomUUID } from 'node:crypto';
import { eventually } from '../eventually.js';
import { rowsOf } from '../rows.js';
import type { Setting } from '../setting.js';
import { secretFor } from './applications.js';
import { published } from './practices.js';

interface Sent {
  readonly inquiryId: string;
  readonly slug: string;
  readonly email: string;
}

/** A message about a record of the setting's organisation, whose address nobody has confirmed. */
export async function sentInquiry(setting: Setting, over: { slug?: string; kind?: string; text?: string } = {}): Promise<Sent> {
  const { slug } = over.slug === undefined ? await published(setting) : { slug: over.slug };
  const text = `¿Cuánto costó el primer año? ${randomUUID()}`;
  const email = `vecina-${randomUUID()}@example.org`;
  const input = { ...sendInquiry.example.input, slug: slug ?? '', text, email, ...over };
  await setting.world.edge.call(sendInquiry, input, { network: setting.network.code });
  const [row] = await rowsOf<{ id: string }>('repository', 'select id from inquiry where network_id = $1 and text = $2', [
    setting.network.id,
    input.text,
  ]);
  if (!row) throw new Error('the inquiry was not kept');
  return { inquiryId: row.id, slug: slug ?? '', email: input.email };
}

/** The same, read by who answers. */
export async function openInquiry(
  setting: Setting,
  over: { slug?: string; kind?: string; text?: string } = {},
): Promise<Sent & { version: number }> {
  const sent = await sentInquiry(setting, over);
  const secret = await secretFor(setting, 'confirm-inquiry', sent.inquiryId);
  await setting.world.edge.call(confirmCorrespondent, { secret }, { network: setting.network.code });
  const { version } = await eventually(async () => {
    const [row] = await rowsOf<{ status: string; version: number }>('repository', 'select status, version from inquiry where id = $1', [
      sent.inquiryId,
    ]);
    return row?.status === 'open' && row;
  });
  return { ...sent, version };
}
