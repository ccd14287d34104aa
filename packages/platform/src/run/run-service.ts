import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestMicroservice } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { checkContracts } from '@alianza/contracts/registry';
import { z } from 'zod';
import { NatsTransport } from '../nats/transport.js';
import { openObserver } from '../observe/observer.js';
import { baseConfig, readConfig, type Environment } from './config.js';
import { Health } from './health.js';
import { NestLog, openLog } from './log.js';
import { PlatformModule, type Foundation } from './platform.module.js';
import type { Config, ServiceDefinition } from './service-definition.js';

@Module({})
class RootModule {}

/** A service's module beside the platform's. */
export const rootModule = (foundation: Foundation): DynamicModule => ({
  module: RootModule,
  imports: [PlatformModule.forService(foundation), foundation.service.module],
});

export async function prepare(service: ServiceDefinition, env: Environment): Promise<Foundation> {
  checkContracts();
  const config = readConfig(baseConfig.extend(service.config?.shape ?? z.object({}).shape), env) as Config;
  const log = openLog(service.name, config.LOG_LEVEL, env.LOG_FILE);
  return { service, config, log, observer: await openObserver(service.name, config, log) };
}

/** Refuses a role that could see other networks' rows or change tables. */
export async function refuseMightyRole(orm: MikroORM): Promise<void> {
  const [role] = await orm.em
    .fork()
    .execute<{ mighty: boolean }[]>(
      `select rolsuper or rolbypassrls or exists (select from pg_tables where tableowner = current_user) as mighty from pg_roles where rolname = current_user`,
    );
  if (role?.mighty !== false) throw new Error('DATABASE_URL names an owner or a superuser: a service runs as neither');
}

/** Starts a service: its operations and consumers listen when this resolves. */
export async function startService(service: ServiceDefinition, env: Environment): Promise<INestMicroservice> {
  const foundation = await prepare(service, env);
  const app = await NestFactory.createMicroservice(rootModule(foundation), {
    useFactory: (strategy: NatsTransport) => ({ strategy }),
    inject: [NatsTransport],
    logger: new NestLog(foundation.log),
    abortOnError: false,
  });
  try {
    await refuseMightyRole(app.get(MikroORM));
    await app.listen();
    app.get(Health).opened();
    return app;
  } catch (error) {
    await app.close().catch(() => undefined); // what keeps it from starting may keep it from closing well
    throw error;
  }
}

const grace = 25_000;

/** A process of its own: starts, and drains on SIGTERM or SIGINT within 25 seconds. Ends with 1 and one sentence where it cannot start. */
export async function runProcess(start: (env: Environment) => Promise<{ close(): Promise<unknown> }>): Promise<void> {
  try {
    const running = await start(process.env);
    const stop = () => {
      setTimeout(() => process.exit(1), grace).unref();
      void running.close().then(() => process.exit(0));
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

export const runService = (service: ServiceDefinition): Promise<void> => runProcess((env) => startService(service, env));
