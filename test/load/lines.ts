import { eventually } from '@alianza/testing/eventually';
import pg from 'pg';
import type { Pace } from './processes/load-process.js';
import { missingOn } from './stage/furnishing.js';
import { wanted, type Stage } from './stage/stage.js';
import { countries } from './stage/texts.js';

export type Goal =
  | { readonly kind: 'ratio'; readonly least: number }
  | { readonly kind: 'p99'; readonly most: number }
  | { readonly kind: 'rate'; readonly least: number }
  | { readonly kind: 'times'; readonly most: number }
  /** Milliseconds of the median beyond that of the reference. */
  | { readonly kind: 'longer'; readonly most: number };

/** Who is asked, and what: whole requests, of which each time one is drawn. */
export interface Subject {
  readonly name: string;
  readonly port: number;
  readonly requests: () => Promise<string[]>;
  /** A reference that is a gateway of the product's own process. */
  readonly within?: boolean;
}

export interface Line {
  readonly name: string;
  readonly goal: Goal;
  readonly pace: Pace;
  readonly product: Subject;
  readonly reference: Subject | null;
  /** Resolves once everything that so many answered requests led to has happened; its time counts. */
  readonly settled?: (answered: number) => Promise<void>;
}

const closed = { connections: 50 };
const text = (method: string, path: string, headers: readonly string[] = [], body = '') =>
  [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', ...headers, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
export const get = (path: string, ...headers: string[]) => [`GET ${path} HTTP/1.1`, 'host: 127.0.0.1', ...headers, '', ''].join('\r\n');

type Paths = (prefix: string) => string[];
export const subject = (name: string, port: number, requests: () => string[] | Promise<string[]>): Subject => ({
  name,
  port,
  requests: async () => requests(),
});

/** The lines of public reads: the same paths, under the product's prefix and under the reference's. */
function against(stage: Stage, port: number, name: string, paths: Paths): Pick<Line, 'product' | 'reference'> {
  return {
    product: subject('product', port, () => paths('/api/v1').map((path) => get(path))),
    reference: subject(name, stage.ports.reference, () => paths(`/${name}`).map((path) => get(path))),
  };
}

function publicReads(stage: Stage): Line[] {
  const { ports, practices, networks } = stage;
  const few = wanted(practices);
  const slugs =
    (from: Stage['practices']): Paths =>
    (prefix) =>
      from.map(({ network, slug }) => `${prefix}/${network.code}/practices/${slug}`);
  const lists: Paths = (prefix) =>
    networks.flatMap(({ code }) => countries.map((country) => `${prefix}/${code}/practices?country=${country}`));
  const least = (part: number): Goal => ({ kind: 'ratio', least: part });
  return [
    { name: 'slug-kept', goal: least(0.6), pace: closed, ...against(stage, ports.product, 'memory', slugs(few)) },
    { name: 'slug-plain', goal: least(0.6), pace: closed, ...against(stage, ports.plain, 'direct', slugs(practices)) },
    { name: 'list-plain', goal: least(0.6), pace: closed, ...against(stage, ports.plain, 'direct', lists) },
  ];
}

/** Of the pages that are asked for, some of everywhere: a page without what a reader finds there would be fast for nothing. */
async function allFurnished(port: number, paths: readonly string[]): Promise<void> {
  const apart = Math.ceil(paths.length / 20);
  for (const path of paths.filter((_path, index) => index % apart === 0)) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept: 'text/html' } });
    const missing = missingOn(await answer.text());
    if (answer.status !== 200 || missing.length > 0) throw new Error(`${path}: ${answer.status}, without ${missing.join(', ')}`);
  }
}

/** At a fixed rate, with nothing kept: the worst that a reader may meet. */
function latencies({ ports, practices, networks }: Stage): Line[] {
  const lists = () => networks.flatMap(({ code }) => countries.map((country) => get(`/api/v1/${code}/practices?country=${country}`)));
  const pages = async () => {
    const paths = practices.map(({ network, slug }) => `/${network.code}/practicas/${slug}`);
    await allFurnished(ports.plain, paths);
    return paths.map((path) => get(path, 'accept: text/html'));
  };
  const at = (name: string, perSecond: number, most: number, requests: Subject['requests'] | (() => string[])): Line => ({
    name,
    goal: { kind: 'p99', most },
    pace: { perSecond },
    product: subject('product', ports.plain, requests),
    reference: null,
  });
  return [at('list-latency', 100, 60, lists), at('page-latency', 50, 80, pages)];
}

async function signedIn({ writers, population }: Stage) {
  const tokens = await Promise.all(writers.map((writer) => population.token(writer)));
  return writers.map(({ network }, index) => ({ network, authorization: `authorization: Bearer ${tokens[index] ?? ''}` }));
}

async function edits(stage: Stage): Promise<string[]> {
  const people = await signedIn(stage);
  return stage.practices.map(({ network, id }, index) => {
    const colleagues = people.filter((person) => person.network.id === network.id);
    return get(`/api/v1/${network.code}/practices/${id}/edit`, colleagues[index % colleagues.length]?.authorization ?? '');
  });
}

function ownReads(stage: Stage): Line {
  const { ports, practices } = stage;
  const requests = () => edits(stage);
  const floor = () => practices.map(({ network, id }) => get(`/floor/${network.code}/practices/${id}`));
  return {
    name: 'signed-in',
    goal: { kind: 'ratio', least: 0.25 },
    pace: closed,
    product: subject('product', ports.product, requests),
    reference: subject('floor', ports.reference, floor),
  };
}

async function countOf(url: string, sql: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return Number((await client.query<{ n: string }>(sql)).rows[0]?.n);
  } finally {
    await client.end();
  }
}

const audited = `select count(*) as n from entry where subject = 'ev.repository.practice.drafted.v1'`;
const patience = 120_000;

async function drafts(stage: Stage): Promise<string[]> {
  const people = await signedIn(stage);
  return stage.practices
    .slice(0, 1000)
    .flatMap(({ content, network }) =>
      people
        .filter((person) => person.network.id === network.id)
        .map(({ authorization }) =>
          text(
            'POST',
            `/api/v1/${network.code}/practices`,
            [authorization, 'content-type: application/json', 'idempotency-key: {key}'],
            JSON.stringify({ content }),
          ),
        ),
    );
}

/** Waits until the audit holds every draft that was answered: one count for all lines that draft. */
function allAudited(stage: Stage): (answered: number) => Promise<void> {
  let before = 0;
  return async (answered) => {
    const expected = before + answered;
    const drained = async () => (await countOf(stage.mightyUrl('audit'), audited)) >= expected;
    await eventually(drained, patience);
    before = await countOf(stage.mightyUrl('audit'), audited);
    if (before !== expected) throw new Error(`${expected} drafts were answered, the audit holds ${before}`);
  };
}

/** Drafting; done once all of it is audited. And what it costs to ask who somebody is: a read may know it for a second, a write asks each time; the reference asks once and never again. */
function writing(stage: Stage): Line[] {
  const { product, known } = stage.ports;
  const settled = allAudited(stage);
  const against = (requests: () => Promise<string[]>) => ({
    pace: closed,
    product: subject('product', product, requests),
    reference: { ...subject('known', known, requests), within: true },
  });
  const drafting = against(() => drafts(stage));
  return [
    { ...drafting, name: 'command', goal: { kind: 'rate', least: 300 }, reference: null, settled },
    { ...against(() => edits(stage)), name: 'principal-read', goal: { kind: 'ratio', least: 0.9 } },
    { ...drafting, name: 'principal-write', goal: { kind: 'longer', most: 5 }, settled },
  ];
}

export const linesOf = (stage: Stage): Line[] => [...publicReads(stage), ownReads(stage), ...latencies(stage), ...writing(stage)];
