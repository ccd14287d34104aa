import type { Log } from '../run/service-definition.js';
import { DatabaseWatches } from './watches/database.metrics.js';
import { EventWatches } from './watches/events.metrics.js';
import { jobWatch } from './watches/jobs.metrics.js';
import { Metrics } from './metrics.js';
import { OperationWatches } from './watches/operations.metrics.js';
import { openTracing, type TraceConfig } from './spans.js';
import type { Tracing } from './tracing.js';
import type { Watch } from './watch.js';

export interface ObserveConfig extends TraceConfig {
  readonly METRICS: 'on' | 'off';
  readonly HEALTH_PORT?: number | undefined;
}

/** What a service tells of itself: metrics to whoever reads them, traces to whoever collects them. One for each service, also in one process. */
export class Observer {
  /** Sees nothing: for parts that are used by themselves. */
  static readonly idle = new Observer(new Metrics('idle', false), null);

  readonly operations: OperationWatches;
  readonly database: DatabaseWatches;
  readonly events: EventWatches;

  constructor(
    readonly metrics: Metrics,
    readonly tracing: Tracing | null,
  ) {
    this.operations = new OperationWatches(metrics, tracing);
    this.database = new DatabaseWatches(metrics);
    this.events = new EventWatches(metrics, tracing);
  }

  works(queue: string): Watch {
    return jobWatch(this.metrics, this.tracing, queue);
  }

  async close(): Promise<void> {
    await this.tracing?.close();
  }
}

export async function openObserver(service: string, config: ObserveConfig, log: Log): Promise<Observer> {
  const metrics = new Metrics(service, config.METRICS === 'on');
  if (metrics.on && config.HEALTH_PORT !== undefined) metrics.withProcess();
  return new Observer(metrics, await openTracing(service, config, log));
}
