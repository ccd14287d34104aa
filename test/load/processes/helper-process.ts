import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Measured, Task } from './load-process.js';

const patience = 30_000;
/** Microseconds in a tick of the kernel's account (100 a second on Linux). */
const tick = 10_000;

const loader = new URL('../../../infra/local/swc-register.mjs', import.meta.url).href;

/** One of the processes of this folder, running the sources in place; it ends when we do. */
export class HelperProcess {
  readonly ended: Promise<void>;
  private readonly process: ChildProcess;

  constructor(file: string) {
    // The loader is named: whoever started the bench may have registered it without an argument that a child would inherit.
    this.process = fork(path.join(import.meta.dirname, file), { serialization: 'advanced', execArgv: ['--import', loader] });
    this.ended = new Promise((resolve) => void this.process.once('exit', () => resolve()));
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** Processor time it has taken so far, in microseconds: unlike rates it hardly changes beside busy neighbours. */
  processorTime(): number {
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? NaN) + (system ?? NaN)) * tick;
  }

  /** What it answers to what it is told. */
  async ask<T>(message: object): Promise<T> {
    const gone = this.ended.then(() => Promise.reject(new Error('a process of the bench ended by itself')));
    const answer = new Promise<T>((resolve) => void this.process.once('message', (said) => resolve(said as T)));
    this.process.send(message);
    return Promise.race([answer, gone]);
  }

  /** Tells it what to do and waits until it has. */
  async tell(settings: object): Promise<void> {
    const said = await this.ask<string>(settings);
    if (said !== 'ready') throw new Error(said);
  }

  async stop(): Promise<void> {
    if (this.process.connected) this.process.disconnect();
    const timer = setTimeout(() => this.process.kill('SIGKILL'), patience);
    await this.ended;
    clearTimeout(timer);
  }
}

/** The load generator. */
export class LoadProcess extends HelperProcess {
  constructor() {
    super('load-process.ts');
  }

  measure(task: Task): Promise<Measured> {
    return this.ask<Measured>(task);
  }
}
