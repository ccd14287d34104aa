import { collectDefaultMetrics, Registry, type Metric } from 'prom-client';
import { Durations, Reading, Tally, type Instrument, type Labels } from './instruments.js';

interface Named<L extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly L[];
  readonly type: 'counter' | 'gauge' | 'histogram';
}

/** A metric with its labels. prom-client's own look their labels up again at each observation: 280 ns where an addition does. */
export class Family<I extends Instrument, L extends string = never> {
  private readonly lines = new Map<string, { readonly labels: Labels<L>; readonly line: I }>();

  readonly name: string;

  constructor(
    private readonly named: Named<L>,
    private readonly make: () => I,
  ) {
    this.name = named.name;
  }

  /** Bound once and kept by whoever uses it often. Values come from a closed list: operations, codes, durables; never from who asks. */
  of(labels: Labels<L>): I {
    const key = this.named.labels.map((name) => labels[name]).join(' ');
    const known = this.lines.get(key);
    if (known) return known.line;
    const line = this.make();
    this.lines.set(key, { labels, line });
    return line;
  }

  /** The lines of one label left open, found by its value alone. */
  by<O extends L>(open: O, rest: Labels<Exclude<L, O>>): (value: string) => I {
    const bound = new Map<string, I>();
    return (value) => {
      const known = bound.get(value);
      if (known) return known;
      const line = this.of({ ...rest, [open]: value } as Labels<L>);
      bound.set(value, line);
      return line;
    };
  }

  /** Nothing is known of any line any more. */
  forget(): void {
    this.lines.clear();
  }

  /** As prom-client's registry asks for it. */
  get() {
    const values = [...this.lines.values()].flatMap(({ labels, line }) => line.samples(this.name, labels));
    return Promise.resolve({ ...this.named, aggregator: 'sum', values });
  }
}

const nothing = () => undefined;
const silent = { add: nothing, observe: nothing, since: nothing, set: nothing, samples: () => [] };

/** Milliseconds that a scrape waits for what has to be asked. */
const patience = 1000;

/**
 * A service's own registry, also where several services share a process. A counter of one's own is one line, said wherever it is needed:
 * `observer.metrics.counter('alianza_rate_limit_refusals_total', 'Requests refused by a limit', ['class'])`, then `.of({ class }).add()`.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly families = new Map<string, object>();
  private readonly asked: { readonly ask: () => Promise<void>; running: boolean }[] = [];
  private readonly missed: Tally;

  /** Where they are off nothing is counted. */
  constructor(
    service: string,
    readonly on = true,
  ) {
    this.registry.setDefaultLabels({ service });
    this.missed = this.counter('alianza_scrape_failures_total', 'Parts that could not be asked while metrics were read').of({});
  }

  /** Asked again for the same name, it is the same. Names end in `_total`. */
  counter<L extends string = never>(name: string, help: string, labels: readonly L[] = []): Family<Tally, L> {
    return this.family({ name, help, labels, type: 'counter' }, Tally);
  }

  /** A histogram of seconds; names end in `_seconds`. */
  durations<L extends string = never>(name: string, help: string, labels: readonly L[] = []): Family<Durations, L> {
    return this.family({ name, help, labels, type: 'histogram' }, Durations);
  }

  gauge<L extends string = never>(name: string, help: string, labels: readonly L[] = []): Family<Reading, L> {
    return this.family({ name, help, labels, type: 'gauge' }, Reading);
  }

  /** Runs before each reading, for what is not counted but asked. One that does not answer is not asked again while it still may. */
  beforeReading(ask: () => Promise<void>): void {
    this.asked.push({ ask, running: false });
  }

  /** Processor, memory, garbage collection, event loop: of the whole process, so only where a service is read by itself. */
  withProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Everything in Prometheus's text form. */
  async text(): Promise<{ type: string; body: string }> {
    await Promise.all(this.asked.map((part) => this.ask(part)));
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }

  private async ask(part: { readonly ask: () => Promise<void>; running: boolean }): Promise<void> {
    if (part.running) return this.missed.add();
    part.running = true;
    const asking = part.ask().finally(() => (part.running = false));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => (timer = setTimeout(reject, patience, new Error('late')).unref()));
    await Promise.race([asking, late]).catch(() => this.missed.add());
    clearTimeout(timer);
  }

  private family<I extends Instrument, L extends string>(named: Named<L>, Line: new () => I): Family<I, L> {
    const known = this.families.get(named.name);
    if (known) return known as Family<I, L>;
    const fresh = new Family<I, L>(named, () => (this.on ? new Line() : (silent as unknown as I)));
    this.families.set(named.name, fresh);
    this.registry.registerMetric(fresh as unknown as Metric); // its types know only its own four classes, its code only `name` and `get`
    return fresh;
  }
}
