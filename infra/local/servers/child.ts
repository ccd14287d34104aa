import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';

export interface ChildOptions {
  readonly logFile: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Whom the child runs as, where root may not. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Gives it a channel on which it learns that we are gone. */
  readonly tied?: boolean;
}

/** A program of ours: in a process group of its own, so that Ctrl-C reaches it only through us, with its words in a log file. */
export class Child {
  readonly ended: Promise<number>;
  /** The last of what it printed. */
  said = '';
  hasEnded = false;
  private readonly process: ChildProcess;

  constructor(command: string, args: readonly string[], { logFile, cwd, env, owner, tied = false }: ChildOptions) {
    mkdirSync(path.dirname(logFile), { recursive: true });
    const log = createWriteStream(logFile, { flags: 'a' });
    log.on('error', () => undefined); // a full disk must not end the launcher: what matters is kept in `said`
    const stdio = ['ignore', 'pipe', 'pipe', ...(tied ? (['ipc'] as const) : [])] as const;
    this.process = spawn(command, args, { stdio: [...stdio], detached: true, cwd, env: env ?? process.env, ...owner });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (data: Buffer) => {
        log.write(data);
        this.said = (this.said + data.toString()).slice(-20_000);
        for (const listener of this.listeners) listener();
      });
    }
    this.ended = new Promise((resolve) => {
      const end = (code: number) => {
        this.hasEnded = true;
        process.off('exit', this.killNow);
        log.end();
        resolve(code);
        for (const listener of this.listeners) listener();
      };
      this.process.once('error', (error) => {
        this.said += error.message;
        end(127);
      });
      this.process.once('close', (code) => end(code ?? 128));
    });
    process.once('exit', this.killNow); // whatever ends us must not leave it behind
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** True once it printed `words`; false when it ended first. */
  async untilSaid(words: string): Promise<boolean> {
    while (!this.said.includes(words)) {
      if (this.hasEnded) return false;
      await new Promise<void>((resolve) => this.listeners.add(resolve));
    }
    return true;
  }

  /** Asks it to end and waits; after `patience` milliseconds it is ended. */
  async stop(signal: NodeJS.Signals = 'SIGTERM', patience = 10_000): Promise<void> {
    if (this.hasEnded) return;
    this.signal(signal);
    const timer = setTimeout(this.killNow, patience);
    await this.ended;
    clearTimeout(timer);
  }

  private readonly listeners = new Set<() => void>();

  private readonly killNow = () => this.signal('SIGKILL');

  /** To the group: npm and its children alike. */
  private signal(signal: NodeJS.Signals) {
    if (this.hasEnded || this.process.pid === undefined) return;
    try {
      process.kill(-this.process.pid, signal);
    } catch {
      this.process.kill(signal); // it has just ended, or leads no group
    }
  }
}
