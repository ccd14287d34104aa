import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { ServiceName } from '@alianza/contracts/access';
import { startGateway } from '@alianza/gateway/start';
import { environmentsFor, type Parts } from '@alianza/local/environments';
import { Fleet } from '@alianza/local/processes/fleet';
import { startService } from '@alianza/platform/run/run-service';
import { definitionOf } from './definitions.js';
import { openSurroundings, type Surroundings } from './surroundings.js';

/** The edge last: it opens once everything behind it is there. */
const all: readonly ServiceName[] = ['membership', 'repository', 'notifications', 'audit', 'gateway'];

/** The product as it runs, in one process: real services on real servers, people with real tokens, a mailbox that receives. */
export interface World extends Surroundings {
  /** A running service's container, for what cannot be seen from outside. */
  service(name: ServiceName): INestApplicationContext;
  close(): Promise<void>;
}

/** One world per spec file; a spec isolates itself by opening networks of its own. `more`: parts that usually are not there. */
export async function openWorld(wanted: readonly ServiceName[] = all, more: Pick<Parts, 'search'> = {}): Promise<World> {
  const { parts, close, ...surroundings } = await openSurroundings();
  const environments = environmentsFor({ ...parts, ...more });
  const running = new Map<ServiceName, INestApplicationContext>();
  const start = (name: ServiceName) =>
    name === 'gateway' ? startGateway(environments[name]) : startService(definitionOf(name), environments[name]);
  const put = async (name: ServiceName) => void running.set(name, await start(name));
  // Nobody asks any more: side by side their times do not add up.
  const leave = async () => {
    await Promise.all([...running.values()].map((app) => app.close()));
    await close();
  };
  const behind = all.filter((name) => name !== 'gateway' && wanted.includes(name));
  const failed = (await Promise.allSettled(behind.map(put))).find(({ status }) => status === 'rejected');
  try {
    if (failed) throw (failed as PromiseRejectedResult).reason;
    if (wanted.includes('gateway')) await put('gateway');
  } catch (error) {
    await leave();
    throw error;
  }
  const service = (name: ServiceName) => {
    const found = running.get(name);
    if (!found) throw new Error(`${name} does not run in this world`);
    return found;
  };
  return { ...surroundings, service, close: leave };
}

/** The same product as `npm start -- --processes` runs it: each service in a process of its own, two gateways behind a balancer. */
export async function openFleetWorld(): Promise<World & { readonly fleet: Fleet }> {
  const { parts, dir, close, ...surroundings } = await openSurroundings();
  const fleet = new Fleet(parts, { replicas: 1, gateways: 2, logs: path.join(dir, 'logs') });
  const leave = async () => {
    await fleet.stop();
    await close();
  };
  await fleet.start().catch(async (error: unknown) => {
    await leave();
    throw error;
  });
  const service = (name: ServiceName): never => {
    throw new Error(`${name} runs in a process of its own`);
  };
  return { ...surroundings, fleet, service, close: leave };
}
