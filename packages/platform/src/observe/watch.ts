import type { Durations } from './instruments.js';
import { current, type OpenSpan, type SpanShape, type Tracing } from './tracing.js';

/** One that has begun: ends once, with what it came to. */
export class Begun {
  private readonly started = performance.now();

  constructor(
    private readonly took: (code: string) => Durations,
    private readonly span: OpenSpan | null | undefined,
  ) {}

  /** For whoever goes on with it; undefined where nobody traces it. */
  get traceparent(): string | undefined {
    return this.span?.traceparent;
  }

  run<T>(work: () => T): T {
    return this.span ? this.span.run(work) : work();
  }

  end(code = 'ok'): void {
    this.took(code).since(this.started);
    this.span?.end(code);
  }
}

/** Something that happens often: how long it took by what it came to, and a span of the same where it is part of a trace. */
export class Watch {
  constructor(
    private readonly took: (code: string) => Durations,
    private readonly shape: SpanShape,
    private readonly tracing: Tracing | null,
  ) {}

  /** As a part of what runs now. */
  begin(): Begun {
    return new Begun(this.took, this.tracing && current.getStore()?.child(this.shape));
  }

  /** As the continuation of what another hop began; `more` is told of this one alone. */
  join(traceparent: string | null | undefined, more?: Partial<SpanShape>): Begun {
    return new Begun(this.took, this.tracing?.join(more ? { ...this.shape, ...more } : this.shape, traceparent));
  }
}
