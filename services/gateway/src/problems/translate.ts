import { HttpException } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { speakable } from '@alianza/platform/calls/speakable';
import type { Log } from '@alianza/platform/run/service-definition';

/** What the edge does by itself, for whom the log names it. */
const edge = { id: 'gateway.edge.serve', errors: [] } as const;
const invalid = (reason: string) => new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '', reason }]);

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}

/** Every error as one that may be told: a contract's own, or what the framework refused by itself. */
export function translate(error: unknown, log: Log): DomainError {
  if (error instanceof DomainError) return error;
  const status = statusOf(error);
  switch (status) {
    case 404:
    case 405:
      return new DomainError(generalErrors['route-not-found']);
    case 413:
      return new DomainError(generalErrors['body-too-large']);
    case 415:
      return invalid('wrong-content-type');
    case 502:
    case 503:
    case 504:
      return new DomainError(generalErrors.unavailable);
    default:
      return status >= 400 && status < 500 ? invalid('malformed') : speakable(error, edge, log);
  }
}
