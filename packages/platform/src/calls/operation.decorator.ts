import { applyDecorators, createParamDecorator, UseFilters, UseGuards, UseInterceptors, type ExecutionContext } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { isPublicRead, subjectOf, type Operation as Contract } from '@alianza/contracts/operation';
import { AccessGuard } from './access.guard.js';
import type { Call } from './call.js';
import { InNetworkInterceptor } from './in-network.interceptor.js';
import { InputPipe } from './input.pipe.js';
import { RefusalFilter } from './refusal.filter.js';

const TheCall = createParamDecorator((_data: unknown, host: ExecutionContext) => host.switchToRpc().getContext<Call>());

interface Options {
  /** Otherwise the method sees to its transactions itself. */
  readonly inTransaction?: boolean;
}

/** Binds a controller method `(input, call)` to a contract, inside one transaction of the caller's network unless it is a public read. */
export const Operation = (contract: object, { inTransaction = true }: Options = {}): MethodDecorator => {
  const operation = contract as Contract;
  const bindParameters: MethodDecorator = (target, method) => {
    Payload(new InputPipe(operation.input))(target, method, 0);
    TheCall()(target, method, 1);
  };
  return applyDecorators(
    MessagePattern(subjectOf(operation), { operation }),
    bindParameters,
    UseGuards(AccessGuard),
    UseFilters(RefusalFilter),
    ...(isPublicRead(operation) || !inTransaction ? [] : [UseInterceptors(InNetworkInterceptor)]),
  );
};
