import type { HrTime } from '@opentelemetry/api';
import { hopAttribute, type Hop } from './tracing.js';

/** What of a finished span counts here; the SDK's `ReadableSpan` is one. */
export interface FinishedSpan {
  readonly startTime: HrTime;
  readonly endTime: HrTime;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly parentSpanContext?: { readonly spanId: string } | undefined;
  readonly spanContext: () => { readonly traceId: string; readonly spanId: string };
}

export interface HopTime {
  readonly hop: Hop | 'all';
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of the time of all requests together. */
  readonly share: number;
}

/** In the order in which a request meets them. What is told afterwards is no part of its time. */
const order: readonly Hop[] = ['http', 'signature', 'nats', 'service', 'transaction', 'sql', 'output'];

type Interval = readonly [from: number, to: number];

interface Node {
  readonly hop: Hop;
  readonly interval: Interval;
  readonly children: Node[];
}

const milliseconds = ([seconds, nanos]: HrTime) => seconds * 1000 + nanos / 1e6;
const lengthOf = ([from, to]: Interval) => to - from;

/** Each moment of `window` belongs to the innermost span that runs in it; of two beside each other to the one that began first. */
function addUp({ hop, children }: Node, [start, end]: Interval, times: Map<Hop, number>): void {
  let [at, own] = [start, 0];
  for (const child of children.sort((a, b) => a.interval[0] - b.interval[0])) {
    const [from, to] = [Math.max(child.interval[0], at), Math.min(child.interval[1], end)];
    if (to <= from) continue;
    own += from - at;
    addUp(child, [from, to], times);
    at = to;
  }
  times.set(hop, (times.get(hop) ?? 0) + own + end - at);
}

/** The requests among spans, each with what was done for it before it was answered. */
function requestsIn(spans: readonly FinishedSpan[]): Node[] {
  const known = spans.filter(({ attributes }) => order.includes(attributes[hopAttribute] as Hop));
  const origin = known[0] ? known[0].startTime[0] : 0; // keeps the numbers small enough to have fractions
  const at = ([seconds, nanos]: HrTime) => milliseconds([seconds - origin, nanos]);
  const nodes = new Map<string, Node>(
    known.map(({ spanContext, startTime, endTime, attributes }) => [
      spanContext().spanId,
      { hop: attributes[hopAttribute] as Hop, interval: [at(startTime), at(endTime)], children: [] },
    ]),
  );
  for (const { spanContext, parentSpanContext } of known) {
    const node = nodes.get(spanContext().spanId);
    if (node) nodes.get(parentSpanContext?.spanId ?? '')?.children.push(node);
  }
  return [...nodes.values()].filter(({ hop }) => hop === 'http');
}

/** The smallest value that so large a part of all does not exceed. */
const quantile = (sorted: readonly number[], part: number): number => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/**
 * Where the time of requests went, from their finished spans: each hop's own time, what it waited for left out, so that the shares add up to
 * one. `service` is what remains inside a service: guards, input, the domain's own code. `all` is the whole request.
 */
export function hopsOf(spans: readonly FinishedSpan[]): HopTime[] {
  const requests = requestsIn(spans);
  const split = requests.map((request) => {
    const times = new Map<Hop, number>();
    addUp(request, request.interval, times);
    return times;
  });
  const whole = requests.map(({ interval }) => lengthOf(interval));
  const sum = total(whole);
  const line = (hop: HopTime['hop'], values: readonly number[]): HopTime => {
    const sorted = [...values].sort((a, b) => a - b);
    return { hop, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), share: sum === 0 ? 0 : total(values) / sum };
  };
  const parts = order.map((hop) =>
    line(
      hop,
      split.map((times) => times.get(hop) ?? 0),
    ),
  );
  return [...parts, line('all', whole)];
}
