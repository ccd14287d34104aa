import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import type { INestMicroservice } from '@nestjs/common';
import { permissionsOf, services, type Role, type ServiceName } from '@alianza/contracts/access';
import type { Principal } from '@alianza/contracts/membership/principals';
import type { Operation } from '@alianza/contracts/operation';
import { environmentsFor } from '@alianza/local/environments';
import { Clock } from '@alianza/platform/clock';
import { OperationsClient, type Asking } from '@alianza/platform/nats/operations.client';
import type { Answer } from '@alianza/platform/nats/wire';
import { readPrivateKey } from '@alianza/platform/principals/keys';
import { PassSigner } from '@alianza/platform/principals/pass';
import { anyone } from '@alianza/platform/principals/principals';
import type { Environment } from '@alianza/platform/run/config';
import { startService } from '@alianza/platform/run/run-service';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import type { NatsConnection } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import { keeper, messages, shared, workerDatabase } from './databases.js';

type Asked = Partial<Omit<Asking, 'principal' | 'body'>> & { as: Principal };

/** Services as their definitions wish them, without an edge: requests are signed with its key, for whoever the spec says. */
export interface Stand {
  /** May do everything: for what no service may. */
  readonly nats: NatsConnection;
  environment(name: ServiceName): Environment;
  /** Starts a service; `over` replaces parts of its environment. Whoever starts one closes it, or leaves it to `close`. */
  start(definition: ServiceDefinition, over?: Environment): Promise<INestMicroservice>;
  send(operation: Operation, input: object, asked: Asked): Promise<Answer>;
  /** The same, with the answer read. */
  call<Body = Record<string, unknown>>(operation: Operation, input: object, asked: Asked): Promise<Body>;
  close(): Promise<void>;
}

const nowhere = 'http://127.0.0.1:9';

async function environments(): Promise<Record<ServiceName, Environment>> {
  const { dir, webDist } = shared();
  const databases = Object.fromEntries(await Promise.all(services.map(async (name) => [name, await workerDatabase(name)] as const)));
  return environmentsFor({
    mode: 'test',
    nats: messages(),
    databases,
    filesDir: path.join(mkdtempSync(path.join(dir, 'stand-')), 'files'),
    origin: nowhere,
    host: '127.0.0.1',
    port: 0,
    smtpUrl: 'smtp://127.0.0.1:9',
    identity: { url: nowhere, adminUrl: nowhere, adminSecret: 'nobody answers' },
    webDist,
    operators: [],
    logLevel: process.env.TEST_LOG ?? 'silent',
  });
}

export async function openStand(): Promise<Stand> {
  const all = await environments();
  const nats = await keeper('stand');
  const passes = new PassSigner('gateway', readPrivateKey(all.gateway.SERVICE_KEY ?? ''), new Clock());
  const client = new OperationsClient(nats, { name: 'gateway' }, passes);
  const started: INestMicroservice[] = [];
  const send: Stand['send'] = (operation, input, { as: principal, ...rest }) =>
    client.send(operation, { principal, body: JSON.stringify(input), ...rest });
  return {
    nats,
    environment: (name) => all[name],
    start: async (definition, over = {}) => {
      const app = await startService(definition, { ...all[definition.name], ...over });
      started.unshift(app);
      return app;
    },
    send,
    call: async <Body>(...request: Parameters<typeof send>) => JSON.parse((await send(...request)).body) as Body,
    close: async () => {
      await Promise.all(started.map((app) => app.close()));
      await nats.close();
    },
  };
}

/** Somebody of this role, acting for an organisation: nobody that membership would know. */
export function principalOf(role: Role, networkId: string, actingFor: string = randomUUID()): Principal {
  const subject = randomUUID();
  const organization = { id: actingFor, roles: [role], status: 'active' as const, letterValidUntil: null };
  return {
    ...anyone(networkId),
    account: { issuer: 'spec', subject, email: null },
    person: { id: subject, language: 'es' },
    roles: [role],
    permissions: permissionsOf([role]),
    organizations: [organization],
    actingFor,
  };
}
