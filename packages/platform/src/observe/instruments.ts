/** Upper bounds in seconds; what took longer still counts in the sum and the count. */
export const bounds: readonly number[] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Labels<L extends string> = Readonly<Record<L, string>>;

export interface Sample {
  readonly metricName: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** One line of a metric. */
export interface Instrument {
  samples(name: string, labels: Readonly<Record<string, string>>): Sample[];
}

export class Tally implements Instrument {
  private count = 0;

  add(more = 1): void {
    this.count += more;
  }

  samples(metricName: string, labels: Sample['labels']): Sample[] {
    return [{ metricName, labels, value: this.count }];
  }
}

/** What holds at the moment; nothing until it was said. */
export class Reading implements Instrument {
  private value: number | null = null;

  set(value: number | null): void {
    this.value = value;
  }

  samples(metricName: string, labels: Sample['labels']): Sample[] {
    return this.value === null ? [] : [{ metricName, labels, value: this.value }];
  }
}

/** How long things took: a Prometheus histogram, of which observing one is a few additions. */
export class Durations implements Instrument {
  private readonly within = bounds.map(() => 0);
  private sum = 0;
  private count = 0;

  observe(seconds: number): void {
    this.sum += seconds;
    this.count++;
    for (let at = 0; at < bounds.length; at++)
      if (seconds <= (bounds[at] ?? 0)) {
        this.within[at] = (this.within[at] ?? 0) + 1;
        return;
      }
  }

  /** From an instant of `performance.now()` until now. */
  since(started: number): void {
    this.observe((performance.now() - started) / 1000);
  }

  samples(name: string, labels: Sample['labels']): Sample[] {
    let below = 0;
    const buckets = bounds.map((bound, at) => {
      below += this.within[at] ?? 0;
      return { metricName: `${name}_bucket`, labels: { ...labels, le: String(bound) }, value: below };
    });
    return [
      ...buckets,
      { metricName: `${name}_bucket`, labels: { ...labels, le: '+Inf' }, value: this.count },
      { metricName: `${name}_sum`, labels, value: this.sum },
      { metricName: `${name}_count`, labels, value: this.count },
    ];
  }
}
