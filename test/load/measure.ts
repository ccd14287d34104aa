import path from 'node:path';
import type { Measured } from './processes/load-process.js';
import type { Goal, Line, Subject } from './lines.js';
import type { BenchOptions } from './options.js';
import type { Stage } from './stage/stage.js';

/** Medians over the runs. */
export interface Figures {
  readonly subject: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Microseconds of processor time of the asked process for each answer. */
  readonly processor: number;
  readonly answered: number;
  readonly failed: number;
  readonly firstFailure: string | null;
  /** Largest part of a processor that the load itself took: near 1 it would be what is measured. */
  readonly load: number;
}

export interface Result {
  readonly line: string;
  readonly goal: Goal;
  readonly product: Figures;
  readonly reference: Figures | null;
  /** What the goal is about: a ratio, milliseconds, or a rate. */
  readonly reached: number;
  readonly holds: boolean;
}

export const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

type Taken = Measured & { readonly processor: number };

function figuresOf({ name }: Subject, all: readonly Taken[]): Figures {
  const of = (read: (one: Taken) => number) => median(all.map(read));
  return {
    subject: name,
    perSecond: of(({ perSecond }) => perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    processor: of(({ processor }) => processor),
    answered: all.reduce((sum, { answered }) => sum + answered, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    firstFailure: all.find(({ firstFailure }) => firstFailure !== null)?.firstFailure ?? null,
    load: Math.max(...all.map(({ own }) => own)),
  };
}

function judge({ kind }: Goal, product: Figures, reference: Figures | null): number {
  switch (kind) {
    case 'ratio':
      return product.perSecond / (reference?.perSecond ?? NaN);
    case 'p99':
      return product.p99;
    case 'rate':
      return product.perSecond;
    case 'longer':
      return product.p50 - (reference?.p50 ?? NaN);
    case 'times':
      return (reference?.perSecond ?? NaN) / product.perSecond;
  }
}

/** Where no figure is judged, one in a hundred may have met a moment in which the machine stood still. */
export const hasFailed = ({ failed, answered }: Figures, isJudged: boolean): boolean => failed > (isJudged ? 0 : answered / 100);

const isReached = (goal: Goal, reached: number): boolean => ('most' in goal ? reached <= goal.most : reached >= goal.least);

/** In a run of its own: a profile costs time. */
async function profiled(file: string, { product }: Stage, run: () => Promise<unknown>): Promise<void> {
  await product.tell({ profile: null });
  await run();
  await product.tell({ profile: file });
}

/** Warms everybody up, then takes turns, now one first and now the other: whatever else the machine does meets both alike. */
export async function measure(line: Line, stage: Stage, { seconds, runs, profile }: BenchOptions): Promise<Result> {
  const { load, product: productProcess, reference: referenceProcess } = stage;
  const subjects = [line.product, ...(line.reference ? [line.reference] : [])];
  const asked = new Map<Subject, string[]>();
  for (const subject of subjects) asked.set(subject, await subject.requests());
  const run = async (subject: Subject, duration: number): Promise<Taken> => {
    const process = subject === line.product || subject.within === true ? productProcess : referenceProcess;
    const [began, before] = [performance.now(), process.processorTime()];
    const task = { port: subject.port, requests: asked.get(subject) ?? [], pace: line.pace, seconds: duration };
    const measured = await load.measure(task);
    await line.settled?.(measured.answered);
    const perSecond = line.settled ? measured.answered / ((performance.now() - began) / 1000) : measured.perSecond;
    return { ...measured, perSecond, processor: (process.processorTime() - before) / measured.answered };
  };
  for (const subject of subjects) await run(subject, Math.min(2, seconds));
  if (profile !== null) await profiled(path.join(profile, `${line.name}.cpuprofile`), stage, () => run(line.product, seconds));
  const taken = new Map(subjects.map((subject) => [subject, [] as Taken[]]));
  for (let turn = 0; turn < runs; turn++)
    for (const subject of turn % 2 === 0 ? subjects : subjects.toReversed()) taken.get(subject)?.push(await run(subject, seconds));
  const of = (subject: Subject) => figuresOf(subject, taken.get(subject) ?? []);
  const [product, reference] = [of(line.product), line.reference && of(line.reference)];
  const reached = judge(line.goal, product, reference);
  const failed = product.failed + (reference?.failed ?? 0);
  return { line: line.name, goal: line.goal, product, reference, reached, holds: isReached(line.goal, reached) && failed === 0 };
}
