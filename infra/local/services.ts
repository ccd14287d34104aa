import { definition as audit } from '@alianza/audit/service';
import { definition as gateway } from '@alianza/gateway/service';
import { startGateway } from '@alianza/gateway/start';
import { definition as membership } from '@alianza/membership/service';
import { definition as notifications } from '@alianza/notifications/service';
import { startService } from '@alianza/platform/run/run-service';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { definition as repository } from '@alianza/repository/service';
import { environmentsFor, type Parts } from './environments.js';

/** Everything that `npm start` runs in one process. */
export const definitions: readonly ServiceDefinition[] = [membership, repository, notifications, audit, gateway];

/** Starts them all, the edge last, and hands over how each stops as soon as it runs: what is started last is stopped first. */
export async function startServices(parts: Parts, started: (stop: () => Promise<unknown>) => void): Promise<void> {
  const environments = environmentsFor(parts);
  await Promise.all(
    definitions
      .filter(({ name }) => name !== gateway.name)
      .map(async (definition) => {
        const app = await startService(definition, environments[definition.name]);
        started(() => app.close());
      }),
  );
  const edge = await startGateway(environments.gateway);
  started(() => edge.close());
}
