import { BaseRpcContext } from '@nestjs/microservices';
import type { ServiceName } from '@alianza/contracts/access';

/** Deliveries of events to a durable consumer; one unless the consumer takes batches. */
export class Delivery extends BaseRpcContext<[durable: string, service: ServiceName]> {
  get durable(): string {
    return this.args[0];
  }
}
