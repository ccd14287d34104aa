import { OptimisticLockError } from '@mikro-orm/core';
import { DomainError, generalErrors, type ErrorType } from '@alianza/contracts/errors';
import type { Operation } from '@alianza/contracts/operation';
import type { Logger } from 'pino';

/** PostgreSQL (appendix A) and the system: the time of a request is over, or the other side is away for a while. */
const away = new Set([
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
const full = new Set(['53100', 'ENOSPC', 'EDQUOT']);

function codeOf(error: unknown): string | undefined {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause ? codeOf(cause) : undefined;
}

const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TimeoutError' ||
    /Connection terminated|connection error|read timeout|timeout (?:exceeded|expired)/i.test(error.message));

/** What every error becomes before it leaves: its contract's own, or one that anybody may hear; anything else is logged and `internal`. */
export function speakable(error: unknown, operation: Pick<Operation, 'id' | 'errors'>, log: Logger): DomainError {
  if (error instanceof DomainError) {
    const declared: readonly ErrorType[] = [...operation.errors, ...Object.values(generalErrors)];
    if (declared.some(({ code }) => code === error.code)) return error;
  }
  if (error instanceof OptimisticLockError) return new DomainError(generalErrors['version-stale']);
  const code = codeOf(error) ?? '';
  if (full.has(code)) return new DomainError(generalErrors['storage-full']);
  if (away.has(code) || isLost(error)) {
    log.warn({ operation: operation.id, code }, 'unavailable');
    return new DomainError(generalErrors.unavailable);
  }
  log.error({ operation: operation.id, error }, 'an operation failed');
  return new DomainError(generalErrors.internal);
}
