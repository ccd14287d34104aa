import { services, type ServiceName } from '@alianza/contracts/access';
import type { Environment } from '@alianza/platform/run/config';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentsFor, type Parts } from '../environments.js';
import { Balancer } from './balancer.js';
import { startServiceProcess, type ServiceProcess } from './service-process.js';

export interface FleetOptions {
  /** Processes of each service, and of the gateway. */
  readonly replicas: number;
  readonly gateways: number;
  readonly logs: string;
  /** Told of a process that ended by itself, before another takes its place; without it nobody is replaced. */
  readonly fell?: ((name: string, code: number) => void) | undefined;
}

/** A place that one process after another takes. */
export interface Place {
  readonly name: string;
  readonly service: ServiceName;
  /** Null while nobody stands there. */
  readonly process: ServiceProcess | null;
  /** Starts one where none is. */
  start(): Promise<void>;
  /** Out of the balancer, drained, gone. */
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Milliseconds until a fallen process is replaced, growing while it keeps falling. */
const pauses = [200, 1000, 5000, 15_000];
/** Milliseconds after which a process is no longer one that keeps falling. */
const settled = 30_000;

/** Every service in processes of its own, the gateways behind one balancer. */
export class Fleet {
  readonly places: readonly Place[];
  private readonly balancer = new Balancer();
  private readonly environments: Record<ServiceName, Environment>;
  private stopping = false;

  constructor(
    private readonly parts: Parts,
    private readonly options: FleetOptions,
  ) {
    this.environments = environmentsFor(parts);
    this.places = services.flatMap((service) => {
      const many = service === 'gateway' ? options.gateways : options.replicas;
      return Array.from({ length: many }, (_none, index) => this.place(service, `${service}-${index + 1}`));
    });
  }

  /** The edge opens once everything behind it is ready. */
  async start(): Promise<void> {
    const isEdge = ({ service }: Place) => service === 'gateway';
    await Promise.all(this.places.filter((place) => !isEdge(place)).map((place) => place.start()));
    await Promise.all(this.places.filter(isEdge).map((place) => place.start()));
    await this.balancer.start({ host: this.parts.host, port: this.parts.port });
  }

  /** The edge first, so that nothing asked finds nobody. */
  async stop(): Promise<void> {
    this.stopping = true;
    const [edge, rest] = [
      this.places.filter(({ service }) => service === 'gateway'),
      this.places.filter(({ service }) => service !== 'gateway'),
    ];
    await Promise.all(edge.map((place) => place.stop()));
    await Promise.all([this.balancer.stop(), ...rest.map((place) => place.stop())]);
  }

  private place(service: ServiceName, name: string): Place {
    let running: ServiceProcess | null = null;
    let wanted = false;
    let falls = 0;
    const leave = async (end: (process: ServiceProcess) => Promise<void>) => {
      wanted = false;
      const leaving = running;
      if (leaving?.address) this.balancer.takeOut(leaving.address);
      if (leaving) await end(leaving);
    };
    const start = async () => {
      wanted = true;
      const since = performance.now();
      const started = await startServiceProcess({
        service,
        env: this.environments[service],
        logFile: path.join(this.options.logs, `${name}.out.log`),
      });
      if (!wanted) return started.stop(); // asked to leave while it was starting
      running = started;
      if (started.address) this.balancer.add({ ...started.address, readyUrl: started.readyUrl });
      void started.ended.then((code) => {
        running = null;
        if (performance.now() - since > settled) falls = 0;
        if (started.address) this.balancer.takeOut(started.address);
        if (wanted) void replace(code);
      });
    };
    const replace = async (code: number): Promise<void> => {
      if (!this.options.fell || this.stopping) return;
      this.options.fell(name, code);
      await pause(pauses[Math.min(falls++, pauses.length - 1)]);
      if (wanted && !this.stopping) await start().catch(() => replace(1));
    };
    return {
      name,
      service,
      get process() {
        return running;
      },
      start,
      stop: () => leave((leaving) => leaving.stop()),
      kill: () => leave((leaving) => leaving.kill()),
    };
  }
}
