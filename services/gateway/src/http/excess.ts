import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

const [longestAddress, mostHeaders] = [8000, 100];

export const hasTooManyHeaders = ({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): boolean => rawHeaders.length > 2 * mostHeaders;

/** Node would leave out headers beyond its number in silence, and with them what a proxy added last. */
export function refuseExcess(fastify: FastifyInstance): void {
  fastify.server.maxHeadersCount = 0;
  fastify.addHook('onRequest', ({ raw }, _reply, done) => {
    if ((raw.url?.length ?? 0) > longestAddress) done(new DomainError(generalErrors['address-too-long']));
    else if (hasTooManyHeaders(raw)) done(new DomainError(generalErrors['headers-too-many']));
    else done();
  });
}
