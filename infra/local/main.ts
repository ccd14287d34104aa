import 'reflect-metadata';
import { launch, steps } from './launcher/launch.js';
import { launchLog, noteIn, sentenceFor } from './launcher/launch-log.js';
import { readDataDir, readOptions } from './launcher/options.js';
import { Progress } from './launcher/progress.js';
import { Stops } from './launcher/stops.js';

const logFile = launchLog(readDataDir(process.env));
const note = noteIn(logFile);
const stops = new Stops(8_000, note);
const print = (line: string) => void process.stdout.write(`${line}\n`);
/** The edge and then the rest drain for up to 28 s each, and servers follow; whatever hangs longer is ended with the process. */
const grace = 90_000;
let stopping = false;

function stop(code: number): void {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code), grace).unref();
  void stops.all().then(() => process.exit(code));
}

function fail(error: unknown): void {
  if (stopping) return; // what breaks while everything is being stopped
  note(error);
  process.stderr.write(`\n${sentenceFor(error, logFile)}\n`);
  stop(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) print('\nDeteniendo todo…');
    stop(0);
  });
}
process.once('disconnect', () => stop(0)); // whoever started us on another Node is gone
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

try {
  const options = await readOptions(process.env, process.argv.slice(2));
  await launch({ options, stops, progress: new Progress(steps, print), broken: fail });
  print(`ready ${options.origin}`);
  if (options.issuer === undefined) {
    const { accountsTable } = await import('./launcher/demo.js');
    print(accountsTable());
  }
} catch (error) {
  fail(error);
}
