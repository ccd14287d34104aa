import type { INestApplicationContext } from '@nestjs/common';
import { services, type ServiceName } from '@alianza/contracts/access';
import { definition as audit } from '@alianza/audit/service';
import { definition as gateway } from '@alianza/gateway/service';
import { startGateway } from '@alianza/gateway/start';
import { definition as membership } from '@alianza/membership/service';
import { definition as notifications } from '@alianza/notifications/service';
import type { Consumption } from '@alianza/platform/events/consumes.decorator';
import { consumptionsOf } from '@alianza/platform/events/consumptions';
import { startService } from '@alianza/platform/run/run-service';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { definition as repository } from '@alianza/repository/service';
import { environmentsFor, type Parts } from './environments.js';

/** Everything that `npm start` runs in one process; the edge last, it opens once everything behind it is there. */
export const definitions: readonly ServiceDefinition[] = [membership, repository, notifications, audit, gateway];

/** What they consume: whoever makes consumers makes those of all. */
export const allConsumptions = (): Consumption[] => definitions.flatMap(({ module }) => consumptionsOf(module));

/** Starts them and hands over each as soon as it runs, so that what is started last can be stopped first. Where one fails, none is on its way any more. */
export async function startServices(
  parts: Parts,
  started: (app: INestApplicationContext, name: ServiceName) => void,
  wanted: readonly ServiceName[] = services,
): Promise<void> {
  const environments = environmentsFor(parts);
  const behind = definitions.filter(({ name }) => name !== gateway.name && wanted.includes(name));
  const tries = behind.map(async (one) => started(await startService(one, environments[one.name]), one.name));
  const failed = (await Promise.allSettled(tries)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  if (wanted.includes(gateway.name)) started(await startGateway(environments.gateway), gateway.name);
}
