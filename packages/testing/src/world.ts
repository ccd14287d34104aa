import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { services, type ServiceName } from '@alianza/contracts/access';
import type { Parts } from '@alianza/local/environments';
import { Fleet } from '@alianza/local/processes/fleet';
import { startServices } from '@alianza/local/services';
import { openSurroundings, type Surroundings } from './surroundings.js';

/** The product as it runs, in one process: real services on real servers, people with real tokens, a mailbox that receives. */
export interface World extends Surroundings {
  /** A running service's container, for what cannot be seen from outside. */
  service(name: ServiceName): INestApplicationContext;
  close(): Promise<void>;
}

/** One world per spec file; a spec isolates itself by opening networks of its own. `more`: parts that usually are not there. */
export async function openWorld(wanted: readonly ServiceName[] = services, more: Pick<Parts, 'search'> = {}): Promise<World> {
  const { parts, close, ...surroundings } = await openSurroundings();
  const running = new Map<ServiceName, INestApplicationContext>();
  // Nobody asks any more: side by side their times do not add up.
  const leave = async () => {
    await Promise.all([...running.values()].map((app) => app.close()));
    await close();
  };
  try {
    await startServices({ ...parts, ...more }, (app, name) => running.set(name, app), wanted);
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
