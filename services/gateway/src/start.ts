import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MikroORM } from '@mikro-orm/postgresql';
import { NatsTransport } from '@alianza/platform/nats/transport';
import type { Environment } from '@alianza/platform/run/config';
import { Health } from '@alianza/platform/run/health';
import { NestLog } from '@alianza/platform/run/log';
import { prepare, refuseMightyRole, rootModule } from '@alianza/platform/run/run-service';
import type { GatewayConfig } from './config.js';
import { readPeerLines } from './http/connections/peer-lines.js';
import { httpServer } from './http/http-server.js';
import { Leaving } from './http/leaving.js';
import { Peers } from './http/peers.js';
import { registerProxies } from './http/proxies.js';
import { Admission } from './limits/admission.js';
import { KeptLane } from './operations/kept-lane.js';
import { registerStaticFiles } from './pages/static-files.js';
import { definition } from './service.js';
import { Visits } from './visits/visits.js';

/** What serves one machine must not serve a network. */
function refuseLocalParts({ NODE_ENV, MAILBOX_UPSTREAM, OIDC_UPSTREAM }: GatewayConfig): void {
  if (NODE_ENV !== 'production') return;
  if (MAILBOX_UPSTREAM !== undefined)
    throw new Error('configuration: MAILBOX_UPSTREAM shows every mail to everybody, which production refuses');
  if (OIDC_UPSTREAM !== undefined) throw new Error('configuration: OIDC_UPSTREAM is the embedded issuer, which production refuses');
}

function tell(error: unknown, { HOST, PORT }: GatewayConfig): Error {
  const { code } = error as { code?: unknown };
  return code === 'EADDRINUSE' ? new Error(`${HOST}:${PORT} is in use by another program`) : (error as Error);
}

/**
 * HTTP and NATS in one application: its operations listen when this resolves, and the port is open. Closing says so to whoever stands in front
 * (`Leaving`), finishes the requests at hand, then leaves NATS, then the database.
 */
export async function startGateway(env: Environment): Promise<NestFastifyApplication> {
  const standing = await prepare(definition, env);
  const { log, observer } = standing;
  const config = standing.config as GatewayConfig;
  refuseLocalParts(config);
  const adapter = httpServer(config, log, observer);
  const options = { logger: new NestLog(log), abortOnError: false, bodyParser: false };
  const app = await NestFactory.create<NestFastifyApplication>(rootModule(standing), adapter, options);
  try {
    const fastify = app.getHttpAdapter().getInstance();
    registerProxies(fastify, { config, log, admission: app.get(Admission), peers: app.get(Peers) });
    registerStaticFiles(fastify, config);
    if (config.PROXY_PROTOCOL === 'on') readPeerLines(fastify.server);
    const leaving = app.get(Leaving);
    leaving.watch(fastify.server);
    app.get(KeptLane).open(fastify.server, leaving);
    app.get(Visits).watch(fastify);
    app.connectMicroservice({ strategy: app.get(NatsTransport) }, { inheritAppConfig: false });
    await refuseMightyRole(app.get(MikroORM));
    await app.startAllMicroservices();
    await app.listen(config.PORT, config.HOST);
    app.get(Health).opened();
    return app;
  } catch (error) {
    await app.close().catch(() => undefined); // why it could not start is what counts
    throw tell(error, config);
  }
}
