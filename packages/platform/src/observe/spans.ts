import { ROOT_CONTEXT } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Log } from '../run/service-definition.js';
import { Tracing } from './tracing.js';

export interface TraceConfig {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_TRACES_SAMPLER_ARG: number;
}

type Listener = (span: ReadableSpan) => void;
const listeners = new Set<Listener>();

/** Every finished span of the services that are started in this process from now on, also where none are sent anywhere: for the bench and specs. */
export function listenToSpans(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const toListeners: SpanProcessor = {
  onStart: () => undefined,
  onEnd: (span) => listeners.forEach((listener) => listener(span)),
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

const complainEvery = 60_000;

/** A collector that is away costs spans and nothing else; the log says so, once a minute at the most. */
function complaining(exporter: SpanExporter, log: Log): SpanExporter {
  let said = -complainEvery;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error && performance.now() - said > complainEvery) {
          said = performance.now();
          log.warn({ error: result.error, spans: spans.length }, 'traces could not be handed over');
        }
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

/** Spans wait at most a second and so many at once; what comes beyond that while the collector is slow is dropped. */
const waiting = { scheduledDelayMillis: 1000, maxExportBatchSize: 512, maxQueueSize: 8192 };
/** Milliseconds that leaving waits for the collector. */
const farewell = 2000;

/** Null where nobody wants traces: then none of OpenTelemetry's SDK is even loaded. */
export async function openTracing(service: string, config: TraceConfig, log: Log): Promise<Tracing | null> {
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined && listeners.size === 0) return null;
  const sdk = await import('@opentelemetry/sdk-trace');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const processors: SpanProcessor[] = [toListeners];
  if (endpoint !== undefined) {
    const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
    const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
    processors.push(new sdk.BatchSpanProcessor({ exporter: complaining(exporter, log), ...waiting }));
  }
  const random = new sdk.RandomIdGenerator();
  const ids = {
    next: null as string | null,
    generateTraceId: () => {
      const id = ids.next ?? random.generateTraceId();
      ids.next = null;
      return id;
    },
    generateSpanId: () => random.generateSpanId(),
  };
  const part = new sdk.TraceIdRatioBasedSampler(config.OTEL_TRACES_SAMPLER_ARG);
  const resource = resourceFromAttributes({ 'service.name': `alianza-${service}`, 'service.namespace': 'alianza' });
  const provider = new sdk.TracerProvider({ resource, sampler: new sdk.AlwaysOnSampler(), idGenerator: ids, spanProcessors: processors });
  return new Tracing({
    tracer: provider.getTracer('alianza'),
    ids,
    keeps: (traceId) => part.shouldSample(ROOT_CONTEXT, traceId).decision !== sdk.SamplingDecision.NOT_RECORD,
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, farewell).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  });
}
