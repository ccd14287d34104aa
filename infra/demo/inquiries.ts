import { confirmCorrespondent } from '@alianza/contracts/membership/outside/correspondents';
import { listInquiries, sendInquiry } from '@alianza/contracts/repository/inquiries';
import type { ApplicationLoad } from './applications.js';
import { confirmByMail } from './confirm-link.js';
import type { DemoInquiry } from './demo-data.js';

/** Asks and confirms by mail, unless an earlier load did. */
export async function loadInquiry({ api, origin, tokenOf }: ApplicationLoad, { network, secretariat, form }: DemoInquiry): Promise<void> {
  const reader = { network, token: await tokenOf(secretariat) };
  for (const status of ['open', 'answered', 'closed'] as const) {
    const { items } = await api.call(listInquiries, { of: 'secretariat', status, limit: 100 }, reader);
    if (items.some(({ practice }) => practice.slug === form.slug)) return;
  }
  await api.call(sendInquiry, form, { network });
  await confirmByMail({ api, origin, network, address: form.email, link: '/consulta/', operation: confirmCorrespondent });
}
