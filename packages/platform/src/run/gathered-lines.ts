import { pino, type DestinationStream } from 'pino';

type Destination = ReturnType<typeof pino.destination>;

/** Milliseconds that a line may wait for others, and characters after which none waits. */
const [longest, most] = [50, 128_000];
const urgent = pino.levels.values.warn ?? 0;

const waiting = new Set<GatheredLines>();
process.on('exit', () => {
  for (const lines of [...waiting]) lines.writeAtOnce();
});

/**
 * Lines of a log that go out together: to write one costs more than to make it, and there is one for every request. A warning goes at once, with
 * all before it. What waits is written when the process ends; one that is killed loses the last 50 ms of lines that warn of nothing.
 */
export class GatheredLines implements DestinationStream {
  /** As pino told it of the line that comes next. */
  lastLevel = 0;
  private lines = '';
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly to: Destination) {
    Object.assign(this, { [Symbol.for('pino.metadata')]: true }); // asks pino for the level
  }

  write(line: string): void {
    this.lines += line;
    waiting.add(this);
    if (this.lastLevel >= urgent || this.lines.length > most) this.handOn();
    else this.timer ??= setTimeout(() => this.handOn(), longest).unref();
  }

  flush(done?: (error?: Error) => void): void {
    this.handOn();
    this.to.flush(done);
  }

  writeAtOnce(): void {
    this.handOn();
    this.to.flushSync();
  }

  private handOn(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    waiting.delete(this);
    if (this.lines !== '') this.to.write(this.lines);
    this.lines = '';
  }
}
