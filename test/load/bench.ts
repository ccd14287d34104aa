// `npm run bench`: what the product costs beside the least that could answer the same. All on this machine: only ratios carry over to another.
import 'reflect-metadata';
import { evidence, evidenceLine } from './evidence.js';
import { splitByHop } from './hops.js';
import { linesOf } from './lines.js';
import { membersTable } from './members-line.js';
import { measureRebuild } from './rebuild-line.js';
import { measureScale, searchLines } from './search-lines.js';
import { most } from '../browser/weight.js';
import { hasFailed, measure, type Result } from './measure.js';
import { isWanted, readBenchOptions } from './options.js';
import { lineForPage, weighPages } from './page-weights.js';
import { header, keep, linesFor, linesForHops } from './report.js';
import { setStage } from './stage/stage.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const stops: (() => unknown)[] = [];
let ending: Promise<void> | null = null;

async function endAll(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await Promise.resolve(stop()).catch((error: unknown) => say(String(error)));
}
/** What is started while everything is being ended is ended at once. */
const later = (stop: () => unknown) => {
  if (ending) void stop();
  else stops.push(stop);
};
const end = (code: number) => {
  ending ??= endAll();
  void ending.then(() => process.exit(code));
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end(1));
process.once('disconnect', () => end(1));

try {
  const options = readBenchOptions(process.argv.slice(2), new Date());
  const { seconds, runs, practices, networks } = options;
  const of = evidence();
  say(evidenceLine(of));
  say(`${practices} practices over ${networks} networks; median of ${runs} runs of ${seconds} s, product and reference by turns`);
  const stage = await setStage(options, later);
  for (const line of stage.layout) say(`  ${line}`);
  say(`\n${header}`);
  const results: Result[] = [];
  const lines = [...linesOf(stage), ...searchLines(stage), membersTable(stage)].filter(({ name }) => isWanted(options, name));
  for (const line of lines) {
    const result = await measure(line, stage, options);
    results.push(result);
    for (const told of linesFor(result)) say(told);
  }
  for (const result of [...(await measureScale(stage, stage.databaseUrl, options)), ...(await measureRebuild(stage, options))]) {
    results.push(result);
    for (const told of linesFor(result)) say(told);
  }
  const pages = await weighPages(stage, options);
  say(`\nPublic pages, opened first (at most ${most.script / 1024} KB of scripts, shift below ${most.shift})`);
  for (const page of pages) say(lineForPage(page));
  const hops = await splitByHop(lines, stage, Math.min(5, seconds));
  say('\nTime of one request by hop, ms');
  for (const told of linesForHops(hops)) say(told);
  keep(options.out, { ...of, layout: stage.layout, options, results, pages, hops });
  say(`\n${options.out}`);
  const failed = results.some(({ product, reference }) => [product, reference].some((each) => each && hasFailed(each, options.judged)));
  const missed = [...results, ...pages].filter(({ holds }) => !holds);
  end(results.length + pages.length === 0 || failed || (options.judged && missed.length > 0) ? 1 : 0);
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  end(1);
}
