import type { Metrics } from '../metrics.js';
import type { Tracing } from '../tracing.js';
import { Watch } from '../watch.js';

/** Tries of background work. `code` is `ok` or `failed`: what a job throws is no code of ours. */
export function jobWatch(metrics: Metrics, tracing: Tracing | null, queue: string): Watch {
  const done = metrics.durations('alianza_job_seconds', 'Tries of background work', ['queue', 'code']);
  const shape = { name: `job ${queue}`, hop: 'job', attributes: { 'messaging.destination.name': queue } } as const;
  return new Watch(done.by('code', { queue }), shape, tracing);
}
