import type { AnyOperationId, OperationById } from '@alianza/contracts/registry';

export type { AnyOperationId };

/** What a caller gives: what has a default may be left out. */
export type Input<Id extends AnyOperationId> = OperationById<Id>['input']['_zod']['input'];
export type Output<Id extends AnyOperationId> = OperationById<Id>['output']['_zod']['output'];

export interface CallOptions {
  /** The version that was read, for operations that edit. */
  readonly version?: number;
  readonly signal?: AbortSignal;
}

/** One operation by its id; the browser asks over HTTP, the server's rendering asks the gateway it runs in. */
export type Call = <Id extends AnyOperationId>(id: Id, input: Input<Id>, options?: CallOptions) => Promise<Output<Id>>;
