import { Deliveries } from '../deliveries.js';
import type { Durations, Tally } from '../instruments.js';
import type { Family, Metrics } from '../metrics.js';
import type { Tracing } from '../tracing.js';
import { Watch } from '../watch.js';

/** Facts on their way: published from the outbox, digested by durable consumers, or not. */
export class EventWatches {
  private readonly published: Family<Durations, 'event' | 'code'>;
  private readonly digested: Family<Durations, 'durable' | 'code'>;
  private readonly skipped: Family<Tally, 'durable'>;
  private readonly buried: Family<Tally, 'durable'>;
  private readonly publishing = new Map<string, Watch>();
  private readonly consuming = new Map<string, Deliveries>();

  constructor(
    metrics: Metrics,
    private readonly tracing: Tracing | null,
  ) {
    this.published = metrics.durations('alianza_event_publish_seconds', 'Events handed to the stream', ['event', 'code']);
    this.digested = metrics.durations('alianza_event_consume_seconds', 'Deliveries to a durable consumer', ['durable', 'code']);
    this.skipped = metrics.counter('alianza_inbox_skipped_total', 'Events that a consumer had already done', ['durable']);
    this.buried = metrics.counter('alianza_dead_letters_total', 'Events that a consumer could not digest', ['durable']);
  }

  publishes(subject: string): Watch {
    const known = this.publishing.get(subject);
    if (known) return known;
    const attributes = { 'messaging.system': 'nats', 'messaging.destination.name': subject };
    const shape = { name: `publish ${subject}`, hop: 'outbox', attributes } as const;
    const watch = new Watch(this.published.by('code', { event: subject }), shape, this.tracing);
    this.publishing.set(subject, watch);
    return watch;
  }

  consumes(durable: string): Deliveries {
    const known = this.consuming.get(durable);
    if (known) return known;
    const attributes = { 'messaging.system': 'nats', 'messaging.consumer.group.name': durable };
    const shape = { name: `consume ${durable}`, hop: 'consumer', attributes } as const;
    const watch = new Watch(this.digested.by('code', { durable }), shape, this.tracing);
    const deliveries = new Deliveries(watch, this.skipped.of({ durable }));
    this.consuming.set(durable, deliveries);
    return deliveries;
  }

  buries(durable: string): Tally {
    return this.buried.of({ durable });
  }
}
