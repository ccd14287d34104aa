import type { Operation } from '@alianza/contracts/operation';
import type { Durations } from '../instruments.js';
import type { Family, Metrics } from '../metrics.js';
import type { Tracing } from '../tracing.js';
import { Watch } from '../watch.js';

type ByOutcome = Family<Durations, 'operation' | 'code'>;
type Named = Pick<Operation, 'id'>;

const attributesOf = (id: string) => ({ 'rpc.system': 'nats', 'rpc.method': id });

/** Requests: as the edge, the service that answers and whoever asks another see them. `code` is `ok` or the code of the refusal. */
export class OperationWatches {
  private readonly edge: ByOutcome;
  private readonly answered: ByOutcome;
  private readonly asked: ByOutcome;
  private readonly asking = new Map<string, Watch>();

  constructor(
    metrics: Metrics,
    private readonly tracing: Tracing | null,
  ) {
    const labels = ['operation', 'code'] as const;
    this.edge = metrics.durations('alianza_http_request_seconds', 'HTTP requests by operation, or by what else was asked for', labels);
    this.answered = metrics.durations('alianza_operation_seconds', 'Operations that this service answered', labels);
    this.asked = metrics.durations('alianza_nats_request_seconds', 'Operations asked of other services, there and back', labels);
  }

  /** HTTP requests for an operation, or for what is none: a page, a file. */
  http(operation: string): (code: string) => Durations {
    return this.edge.by('code', { operation });
  }

  answering({ id }: Named): Watch {
    const shape = { name: id, hop: 'service', attributes: attributesOf(id) } as const;
    return new Watch(this.answered.by('code', { operation: id }), shape, this.tracing);
  }

  asks({ id }: Named): Watch {
    const known = this.asking.get(id);
    if (known) return known;
    const shape = { name: id, hop: 'nats', attributes: attributesOf(id) } as const;
    const watch = new Watch(this.asked.by('code', { operation: id }), shape, this.tracing);
    this.asking.set(id, watch);
    return watch;
  }
}
