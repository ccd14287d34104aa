import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@alianza/contracts/access';
import { namedQueries, type NamedQuery } from '@alianza/platform/data/queries';
import { workerDatabase } from '@alianza/testing/databases';
import { definitions } from '@alianza/testing/definitions';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { fillTables } from './fill.js';

const networks = Array.from({ length: 20 }, () => randomUUID());
const rows = 10_000;

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

const nodes = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** One line to each database for all queries: to open one costs more than to explain. */
const lines = new Map<ServiceName, pg.Client>();

async function openLine(service: ServiceName): Promise<void> {
  const client = new pg.Client(await workerDatabase(service));
  lines.set(service, client);
  await client.connect();
}

/** Which service a query belongs to: the one whose database can prepare it. */
async function explain(client: pg.Client, { text, scope, sample }: NamedQuery): Promise<PlanNode | null> {
  const network = networks[0] ?? '';
  try {
    await client.query('begin');
    if (scope !== 'public') await client.query(`select set_config('app.network', $1, true)`, [network]);
    const answer = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (format json) ${text}`, [...sample(network)]);
    return answer.rows[0]?.['QUERY PLAN'][0]?.Plan ?? null;
  } catch (error) {
    if (['42P01', '42703', '42883'].includes((error as { code?: string }).code ?? '')) return null;
    throw error;
  } finally {
    await client.query('rollback');
  }
}

beforeAll(async () => {
  for (const { name } of definitions) {
    await fillTables(name, networks, rows);
    await openLine(name);
  }
}, 120_000);
afterAll(() => Promise.all([...lines.values()].map((client) => client.end())));

describe('at 10,000 rows over 20 networks', () => {
  it.each(namedQueries().map((query) => [query.name, query] as const))('%s reads no table whole', async (_name, query) => {
    const plans = (await Promise.all([...lines.values()].map((line) => explain(line, query)))).filter((plan) => plan !== null);
    expect(plans).toHaveLength(1);
    const whole = plans.flatMap(nodes).filter((node) => node['Node Type'] === 'Seq Scan');
    if (query.exempt === undefined) expect(whole.map((node) => node['Relation Name'])).toEqual([]);
    else expect(whole).not.toEqual([]); // an exemption that is not needed goes
  });
});
