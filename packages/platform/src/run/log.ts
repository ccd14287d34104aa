import type { LoggerService } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, type Logger } from 'pino';
import { GatheredLines } from './gathered-lines.js';

/** Correlation id of what is being worked on; every line of the log carries it. */
export const correlation = new AsyncLocalStorage<string>();

const confidential = ['email', 'authorization', 'secret', 'body'];
/** A caller's account lies two levels deep. */
const depths = ['', '*.', '*.*.'];

/** Structured lines. Contact data and bodies are never handed to it; what looks like them is taken out all the same. */
export function openLog(service: string, level: string, destination?: string): Logger {
  const options = {
    level,
    base: { service },
    redact: { paths: depths.flatMap((depth) => confidential.map((name) => depth + name)), remove: true },
    mixin: () => {
      const id = correlation.getStore();
      return id === undefined ? {} : { correlation: id };
    },
    serializers: { err: describeError, error: describeError },
  };
  const lines = new GatheredLines(pino.destination(destination === undefined ? 1 : { dest: destination, mkdir: true, sync: false }));
  const log = pino(options, lines);
  const info = pino.levels.values.info ?? 0;
  const [before, between] = [`{"level":${info},"time":`, `,"service":"${service}",`];
  plain.set(log, (fields, message) => {
    if (!log.isLevelEnabled('info')) return;
    lines.lastLevel = info;
    lines.write(`${before}${Math.trunc(performance.timeOrigin + performance.now())}${between}${fields},"msg":"${message}"}\n`);
  });
  return log;
}

type WritePlainly = (fields: string, message: string) => void;
const plain = new WeakMap<Logger, WritePlainly>();

/**
 * For lines made of nothing but ids, names of ours and numbers, of which there is one for every request: JSON as it is given, in which nothing
 * is looked for that would have to be taken out or escaped. To make such a line otherwise costs more than to write it.
 */
export function plainLines(log: Logger): WritePlainly {
  const write = plain.get(log);
  if (!write) throw new Error('only a log of openLog writes plain lines');
  return write;
}

/** Name, message and stack; a driver's `detail` may quote a row, so it stays out. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: withoutAddresses(String(error)) };
  const { code } = error as { code?: unknown };
  return { name: error.name, message: withoutAddresses(error.message), code, stack: withoutAddresses(error.stack ?? '') };
}

const address = /[^\s"'<>@]{1,64}@[^\s"'<>@]{1,255}/g;
/** For what is kept of an error: mail addresses taken out, 4,000 characters at the most. */
export const withoutAddresses = (text: string): string => text.slice(0, 4000).replace(address, '(address)');

/** Nest's own words, in the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Logger) {}

  log(message: unknown): void {
    this.to.debug(withoutAddresses(String(message)));
  }

  warn(message: unknown): void {
    this.to.warn(withoutAddresses(String(message)));
  }

  error(message: unknown, stack?: unknown): void {
    this.to.error({ stack: typeof stack === 'string' ? withoutAddresses(stack) : undefined }, withoutAddresses(String(message)));
  }
}
