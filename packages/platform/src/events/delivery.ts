import { BaseRpcContext } from '@nestjs/microservices';
import type { Event } from '@alianza/contracts/event';
import type { ServiceName } from '@alianza/contracts/access';
import type { Origin } from '../calls/call.js';

/** Deliveries of events to a durable consumer; one unless the consumer takes batches. */
export class Delivery extends BaseRpcContext<[durable: string, service: ServiceName]> {
  get durable(): string {
    return this.args[0];
  }
}

/** What a service does because of an event: its own act, caused by that event. */
export const becauseOf = (event: Event, service: ServiceName): Origin => ({
  networkId: event.networkId,
  actor: { personId: null, organizationId: null, service },
  cause: event.id,
});
