import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type HrTime,
  type Link,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { DomainError } from '@alianza/contracts/errors';
import { AsyncLocalStorage } from 'node:async_hooks';
import { readTraceparent, traceIdOf, writeTraceparent } from './traceparent.js';

/** Where the time of a request goes; every span says its own, and `hops.ts` adds them up. */
export type Hop = 'http' | 'signature' | 'nats' | 'service' | 'transaction' | 'sql' | 'output' | 'outbox' | 'consumer' | 'job';
export const hopAttribute = 'alianza.hop';

const kinds: Readonly<Partial<Record<Hop, SpanKind>>> = {
  http: SpanKind.SERVER,
  service: SpanKind.SERVER,
  nats: SpanKind.CLIENT,
  sql: SpanKind.CLIENT,
  outbox: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  job: SpanKind.CONSUMER,
};

export interface SpanShape {
  readonly name: string;
  readonly hop: Hop;
  /** Operations, subjects, durables, statements without their values: never what somebody wrote or who somebody is. */
  readonly attributes?: Attributes;
  readonly links?: readonly Link[];
}

/** The span that surrounds whatever runs now; none where tracing is off or nobody asked for the work. */
export const current = new AsyncLocalStorage<OpenSpan>();

/** What `performance.now()` counts from. */
let origin = performance.timeOrigin;

/** The SDK's own clock has no fractions of milliseconds, and their sums would not come out. */
function now(): HrTime {
  const at = origin + performance.now();
  const seconds = Math.floor(at / 1000);
  return [seconds, Math.round((at - seconds * 1000) * 1e6)];
}

/** Milliseconds by which spans may be wrong, over all processes. */
const tolerance = 100;

/** That counter drifts from the time of day over weeks, and stands still while a machine sleeps. */
export function alignSpans(instant: Date): void {
  const drift = instant.getTime() - (origin + performance.now());
  if (Math.abs(drift) > tolerance) origin += drift;
}

export class OpenSpan {
  constructor(
    private readonly tracer: Tracer,
    private readonly span: Span,
  ) {}

  static begin(tracer: Tracer, { name, hop, attributes, links }: SpanShape, parent: Span | null): OpenSpan {
    const context = parent === null ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, parent);
    const options = {
      startTime: now(),
      kind: kinds[hop] ?? SpanKind.INTERNAL,
      attributes: { ...attributes, [hopAttribute]: hop },
      links: [...(links ?? [])],
    };
    return new OpenSpan(tracer, tracer.startSpan(name, options, context));
  }

  get traceId(): string {
    return this.span.spanContext().traceId;
  }

  /** For whoever goes on with it elsewhere. */
  get traceparent(): string {
    return writeTraceparent(this.span.spanContext());
  }

  child(shape: SpanShape): OpenSpan {
    return OpenSpan.begin(this.tracer, shape, this.span);
  }

  /** What runs in it, and whatever that begins. */
  run<T>(work: () => T): T {
    return current.run(this, work);
  }

  note(attributes: Attributes): void {
    this.span.setAttributes(attributes);
  }

  /** `code` is what it came to; the words of an error may quote a row and stay out. */
  end(code = 'ok'): void {
    if (code !== 'ok') this.span.setAttribute('error.type', code);
    if (broken.has(code)) this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.end(now());
  }
}

/** A refusal is an answer; these are failures of ours. */
const broken: ReadonlySet<string> = new Set(['internal', 'unavailable', 'storage-full']);

/** The short name of what went wrong, from a closed list. */
export const codeOf = (error: unknown): string => (error instanceof DomainError ? error.code : 'internal');

/** Runs `work` as a part of what runs now; without a trace it only runs. */
export function inSpan<T>(shape: SpanShape, work: () => Promise<T>): Promise<T> {
  const span = current.getStore()?.child(shape);
  if (!span) return work();
  return span.run(work).then(
    (value) => {
      span.end();
      return value;
    },
    (error: unknown) => {
      span.end(codeOf(error));
      throw error;
    },
  );
}

/** The same for what takes no turn of the event loop. */
export function inShortSpan<T>(shape: SpanShape, work: () => T): T {
  const span = current.getStore()?.child(shape);
  if (!span) return work();
  let code = 'internal';
  try {
    const value = span.run(work);
    code = 'ok';
    return value;
  } finally {
    span.end(code);
  }
}

/** What the SDK is to one service. */
export interface TraceSource {
  readonly tracer: Tracer;
  /** The id of the trace that is begun next. */
  readonly ids: { next: string | null; generateTraceId(): string };
  /** Whether so many of all traces are kept that this is one of them. */
  readonly keeps: (traceId: string) => boolean;
  readonly close: () => Promise<void>;
}

/** Begins spans for one service. */
export class Tracing {
  constructor(private readonly source: TraceSource) {}

  /**
   * At the edge: goes on with the trace that a caller names, else begins one, under its correlation id where that can be. Whether it is kept
   * is decided here for all hops and never by who asks; null where it is not, and then no hop does anything for it.
   */
  enter(shape: SpanShape, { traceparent, correlation }: { traceparent?: string | undefined; correlation: string }): OpenSpan | null {
    const { tracer, ids, keeps } = this.source;
    const outside = readTraceparent(traceparent);
    const traceId = outside?.traceId ?? traceIdOf(correlation) ?? ids.generateTraceId();
    if (!keeps(traceId)) return null;
    if (outside) return OpenSpan.begin(tracer, shape, within(outside));
    ids.next = traceId;
    return OpenSpan.begin(tracer, shape, null);
  }

  /** Goes on with what another hop began; null where that is not kept. */
  join(shape: SpanShape, traceparent: string | null | undefined): OpenSpan | null {
    const context = readTraceparent(traceparent);
    return context?.traceFlags === TraceFlags.SAMPLED ? OpenSpan.begin(this.source.tracer, shape, within(context)) : null;
  }

  /** Hands over what is finished; waits no longer than a moment for whoever takes it. */
  close(): Promise<void> {
    return this.source.close();
  }
}

const within = (context: SpanContext) => trace.wrapSpanContext({ ...context, traceFlags: TraceFlags.SAMPLED });

/** Names a span of another trace that led to the same work. */
export function linkTo(traceparent: string | null | undefined): Link[] {
  const context = readTraceparent(traceparent);
  return context ? [{ context }] : [];
}
