import { services } from '@alianza/contracts/access';
import { keeperName, keeperPermissions } from '@alianza/platform/nats/permissions';
import path from 'node:path';
import { allConsumptions, definitions } from '../../services.js';
import { grantsOf } from './account.js';
import { accountsText } from './configuration.js';

/** Of the server's environment: who a service is, for everybody to know. */
export const publicKeyVariable = (service: string): string => `${service.toUpperCase()}_NATS_NKEY`;

const head = `# A NATS server of the platform, with JetStream: one that stands alone, or with cluster.conf one of three. Written by
#   npm run nats:config
# from the contracts and from what services consume; a spec holds it true. Its environment names each service's public key:
# ${[...services, keeperName].map(publicKeyVariable).join(', ')}; the last is that of who makes the services' streams and consumers.
# Each proves itself with the seed (NATS_NKEY_SEED); nobody else enters, and nobody may do more than stands here.
listen: 0.0.0.0:4222
http: 127.0.0.1:8222
max_payload: 1MB
# An acknowledged event is on the disk.
jetstream { store_dir: /data, sync_interval: always }
`;

/** What production's servers read. */
export function productionText(): string {
  const grants = grantsOf(definitions);
  const users = services.map((service) => ({ nkey: `$${publicKeyVariable(service)}`, permissions: grants[service] }));
  const keeper = { nkey: `$${publicKeyVariable(keeperName)}`, permissions: keeperPermissions };
  return head + accountsText([{ name: 'alianza', users: [...users, keeper] }]);
}

const infra = path.resolve(import.meta.dirname, '../../..');

/** What is written of the services' code for production, by file: its servers' configuration, and the consumers that are made there. */
export const productionFiles = (): Record<string, string> => ({
  [path.join(infra, 'nats/nats.conf')]: productionText(),
  [path.join(infra, 'local/production/consumers.json')]: `${JSON.stringify(allConsumptions(), null, 2)}\n`,
});
