import type { ServiceName } from '@alianza/contracts/access';
import type { Environment } from '@alianza/platform/run/config';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Child } from '../servers/child.js';
import { freePort } from '../servers/free-port.js';
import { StartFailure } from '../servers/start-failure.js';

const root = path.resolve(import.meta.dirname, '../../..');
const loaders = ['infra/local/processes/leave-with-parent.mjs', 'infra/local/swc-register.mjs'];

export interface ServiceProcessOptions {
  readonly service: ServiceName;
  readonly env: Environment;
  /** Where its words go that are no log lines: why it could not start. */
  readonly logFile: string;
}

/** One service in a process of its own, as production runs it. */
export interface ServiceProcess {
  readonly service: ServiceName;
  readonly pid: number;
  /** `/salud`, `/salud/listo` and metrics. */
  readonly healthUrl: string;
  readonly readyUrl: string;
  /** Where the edge listens, and takes connections from a balancer alone; no other service has one. */
  readonly address: { readonly host: string; readonly port: number } | null;
  /** Its exit code; 128 when a signal ended it. */
  readonly ended: Promise<number>;
  /** Asks it to drain and leave. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Stops it in the middle of whatever it does, until `thaw`. */
  freeze(): void;
  thaw(): void;
}

/** Longer than any drain. */
const grace = 28_000;

async function saysReady(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Somebody took the free port before the service listened on it. */
const isTaken = (error: unknown): boolean => error instanceof StartFailure && /in use by another program|EADDRINUSE/.test(error.message);

/** Resolves once it answers that it is ready; fails with its own last words where it ends before that. */
export async function startServiceProcess(options: ServiceProcessOptions): Promise<ServiceProcess> {
  for (let left = 2; ; left--) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (left === 0 || !isTaken(error)) throw error;
    }
  }
}

async function startOnce({ service, env, logFile }: ServiceProcessOptions): Promise<ServiceProcess> {
  const healthPort = await freePort();
  const address = service === 'gateway' ? { host: '127.0.0.1', port: await freePort() } : null;
  // The balancer in front looks again every quarter of a second.
  const own = address && { PORT: String(address.port), HOST: address.host, LEAVE_MS: '5000', PROXY_PROTOCOL: 'on' };
  const { PATH, HOME, TZ } = process.env;
  const child = new Child(
    process.execPath,
    [
      ...loaders.flatMap((file) => ['--import', pathToFileURL(path.join(root, file)).href]),
      path.join(root, `services/${service}/src/main.ts`),
    ],
    { logFile, cwd: root, env: { PATH, HOME, TZ, ...env, ...own, HEALTH_PORT: String(healthPort) }, tied: true },
  );
  const healthUrl = `http://127.0.0.1:${healthPort}`;
  const readyUrl = `${healthUrl}/salud/listo`;
  while (!(await saysReady(readyUrl))) {
    if (child.hasEnded)
      throw new StartFailure(`El servicio ${service} no pudo iniciar: ${child.said.trim() || `los detalles están en ${logFile}`}.`);
    await pause(50);
  }
  return {
    service,
    pid: child.pid,
    healthUrl,
    readyUrl,
    address,
    ended: child.ended,
    stop: () => child.stop('SIGTERM', grace),
    kill: () => child.stop('SIGKILL'),
    freeze: () => void process.kill(child.pid, 'SIGSTOP'),
    thaw: () => void process.kill(child.pid, 'SIGCONT'),
  };
}
