import { createHash } from 'node:crypto';
import {
  applyForMembership,
  askClarification,
  confirmApplication,
  getApplication,
  listApplications,
  type ApplicationRow,
  type ApplicationStatus,
} from '@alianza/contracts/membership/applications';
import { getNetwork } from '@alianza/contracts/membership/networks';
import type { Api, Options } from './api.js';
import { confirmByMail } from './confirm-link.js';
import type { DemoApplication } from './demo-data.js';

export interface ApplicationLoad {
  readonly api: Api;
  readonly origin: string;
  readonly tokenOf: (email: string) => Promise<string>;
}

const seen: readonly Exclude<ApplicationStatus, 'unconfirmed'>[] = [
  'submitted',
  'in-review',
  'clarification-asked',
  'clarification-answered',
  'accepted',
  'declined',
  'withdrawn',
];

/** Applies, confirms by mail and, where the data says so, is asked to clarify; what an earlier load or a person did stays. */
export async function loadApplication(load: ApplicationLoad, application: DemoApplication): Promise<void> {
  const secretariat = { network: application.network, token: await load.tokenOf(application.secretariat) };
  const found = (await find(load.api, application, secretariat)) ?? (await apply(load, application, secretariat));
  if (application.question === null || found.status !== 'submitted') return;
  const { version } = await load.api.call(getApplication, { id: found.id }, secretariat);
  await load.api.call(askClarification, { id: found.id, text: application.question }, { ...secretariat, version });
}

async function find(api: Api, { form }: DemoApplication, secretariat: Options): Promise<ApplicationRow | undefined> {
  for (const status of seen) {
    const { items } = await api.call(listApplications, { status, limit: 100 }, secretariat);
    const row = items.find(({ organization }) => organization === form.organization);
    if (row) return row;
  }
  return undefined;
}

async function apply({ api, origin }: ApplicationLoad, application: DemoApplication, secretariat: Options): Promise<ApplicationRow> {
  const { network, form } = application;
  // The same key again meets the first answer: a load that was cut short does not apply twice.
  const key = createHash('sha256')
    .update(`${network} ${JSON.stringify(form)}`)
    .digest('hex')
    .slice(0, 32);
  const { privacy } = await api.call(getNetwork, {}, { network });
  await api.call(applyForMembership, { ...form, notice: privacy.version }, { network, key });
  await confirmByMail({ api, origin, network, address: form.email, link: '/solicitud/confirmar#', operation: confirmApplication });
  const made = await find(api, application, secretariat);
  if (!made) throw new Error(`la solicitud de ${form.organization} no aparece en la cola de la secretaría`);
  return made;
}
