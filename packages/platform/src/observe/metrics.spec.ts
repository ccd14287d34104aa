import { expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

const linesOf = async (metrics: Metrics, name: string) => (await metrics.text()).body.split('\n').filter((line) => line.startsWith(name));

it('counts by label, and tells it as Prometheus reads it', async () => {
  const metrics = new Metrics('audit');
  const refusals = metrics.counter('alianza_refusals_total', 'Refusals', ['class']);
  refusals.of({ class: 'writes' }).add();
  refusals.of({ class: 'writes' }).add(2);
  refusals.of({ class: 'reads' }).add();
  expect(await linesOf(metrics, 'alianza_refusals')).toEqual([
    'alianza_refusals_total{class="writes",service="audit"} 3',
    'alianza_refusals_total{class="reads",service="audit"} 1',
  ]);
  expect((await metrics.text()).body).toContain('# TYPE alianza_refusals_total counter');
});

it('gives the same line for the same labels, in whatever order and however often they are named', async () => {
  const metrics = new Metrics('audit');
  const first = metrics.durations('alianza_x_seconds', 'X', ['operation', 'code']);
  const again = metrics.durations('alianza_x_seconds', 'X', ['operation', 'code']);
  first.of({ operation: 'a', code: 'ok' }).observe(0.003);
  again.of({ code: 'ok', operation: 'a' }).observe(0.3);
  first.by('code', { operation: 'a' })('ok').observe(60);
  expect(await linesOf(metrics, 'alianza_x_seconds_count')).toEqual(['alianza_x_seconds_count{operation="a",code="ok",service="audit"} 3']);
  const buckets = await linesOf(metrics, 'alianza_x_seconds_bucket');
  expect(buckets.filter((line) => /le="(0.0025|0.005|0.5|10|\+Inf)"/.test(line)).map((line) => line.split(' ')[1])).toEqual([
    '0',
    '1',
    '2',
    '2',
    '3',
  ]);
});

it('asks before each reading, and answers without whoever does not', async () => {
  const metrics = new Metrics('audit');
  let asked = 0;
  const waiting = metrics.gauge('alianza_waiting', 'Waiting').of({});
  metrics.beforeReading(() => {
    asked++;
    waiting.set(asked);
    return Promise.resolve();
  });
  metrics.beforeReading(() => new Promise(() => undefined));
  metrics.beforeReading(() => Promise.reject(new Error('away')));
  await metrics.text();
  expect(await linesOf(metrics, 'alianza_waiting')).toEqual(['alianza_waiting{service="audit"} 2']);
  expect(await linesOf(metrics, 'alianza_scrape_failures_total')).toEqual(['alianza_scrape_failures_total{service="audit"} 6']);
});

it('keeps the registries of services apart in one process', async () => {
  const [one, other] = [new Metrics('audit'), new Metrics('repository')];
  one.counter('alianza_y_total', 'Y').of({}).add();
  expect(await linesOf(other, 'alianza_y_total')).toEqual([]);
});

it('counts nothing where it is off', async () => {
  const metrics = new Metrics('audit', false);
  metrics.counter('alianza_z_total', 'Z').of({}).add();
  expect(await linesOf(metrics, 'alianza_z_total')).toEqual([]);
});
