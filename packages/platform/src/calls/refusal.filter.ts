import { Catch, Inject, Injectable, type ArgumentsHost, type RpcExceptionFilter } from '@nestjs/common';
import type { DomainError } from '@alianza/contracts/errors';
import { of, type Observable } from 'rxjs';
import { LOG, type Log } from '../run/service-definition.js';
import type { Call } from './call.js';
import { speakable } from './speakable.js';

/** A refusal is an answer too: the server gives it its wire form. */
@Injectable()
@Catch()
export class RefusalFilter implements RpcExceptionFilter<unknown> {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): Observable<DomainError> {
    return of(speakable(error, host.switchToRpc().getContext<Call>().operation, this.log));
  }
}
