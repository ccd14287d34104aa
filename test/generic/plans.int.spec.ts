import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@alianza/contracts/access';
import { loginRole } from '@alianza/local/databases';
import { definitions } from '@alianza/local/services';
import { namedQueries, type NamedQuery } from '@alianza/platform/data/queries';
import { mightyDatabase } from '@alianza/testing/databases';
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

function lineOf(service: ServiceName): pg.Client {
  const line = lines.get(service);
  if (!line) throw new Error('a service without a database');
  return line;
}

/** What the server tells of each statement that it runs, those inside functions too, which `explain` does not show. */
const telling = [
  `load 'auto_explain'`,
  'set auto_explain.log_min_duration = 0',
  'set auto_explain.log_nested_statements = on',
  'set auto_explain.log_format = json',
  'set auto_explain.log_level = notice',
];

/** As superuser, who alone may ask for that, then as the service: row-level security binds it. */
async function openLine(service: ServiceName): Promise<void> {
  const client = new pg.Client(await mightyDatabase(service));
  lines.set(service, client);
  await client.connect();
  for (const text of [...telling, `set session authorization ${loginRole(service)}`]) await client.query(text);
}

/** Plans of the statement and of all inside it; none where it is not of this service: the database cannot prepare it. */
async function plansOf(client: pg.Client, { text, scope, sample }: NamedQuery): Promise<PlanNode[]> {
  const network = networks[0] ?? '';
  const told: PlanNode[] = [];
  const note = ({ message = '' }: { message?: string | undefined }) =>
    told.push((JSON.parse(message.slice(message.indexOf('{'))) as { Plan: PlanNode }).Plan);
  try {
    await client.query('begin');
    if (scope !== 'public') await client.query(`select set_config('app.network', $1, true)`, [network]);
    client.on('notice', note);
    await client.query(text, [...sample(network)]);
    return told;
  } catch (error) {
    if (['42P01', '42703', '42883'].includes((error as { code?: string }).code ?? '')) return [];
    throw error;
  } finally {
    await client.query('rollback'); // a statement ends, and is told of, with its transaction
    client.off('notice', note);
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
    const plans = (await Promise.all([...lines.values()].map((line) => plansOf(line, query)))).filter((told) => told.length > 0);
    expect(plans).toHaveLength(1);
    const whole = plans
      .flat()
      .flatMap(nodes)
      .filter((node) => node['Node Type'] === 'Seq Scan');
    if (query.exempt === undefined) expect(whole.map((node) => node['Relation Name'])).toEqual([]);
    else expect(whole).not.toEqual([]); // an exemption that is not needed goes
  });

  it.each(['sql', 'plpgsql'])('what a function in %s reads whole is seen', async (language) => {
    const [line, isSql] = [lineOf('membership'), language === 'sql'];
    const body = `${isSql ? '' : 'begin return query '}select p.id from person p where p.name = 'nobody'; ${isSql ? '' : 'end'}`;
    await line.query(`create function pg_temp.called() returns table (id uuid) language ${language} as $$ ${body} $$`);
    const told = await plansOf(line, { name: 'called', scope: 'networkless', text: 'select * from pg_temp.called()', sample: () => [] });
    await line.query('drop function pg_temp.called');
    expect(told.flatMap(nodes)).toContainEqual(expect.objectContaining({ 'Node Type': 'Seq Scan', 'Relation Name': 'person' }));
  });

  it('what standings of people are read from is seen, inside the function that reads them', async () => {
    const standings = namedQueries().filter(({ name }) => name === 'principals_standings');
    const told = await Promise.all(standings.map((query) => plansOf(lineOf('membership'), query)));
    expect(
      told
        .flat()
        .flatMap(nodes)
        .map((node) => node['Relation Name']),
    ).toEqual(expect.arrayContaining(['account', 'person', 'role']));
  });
});
