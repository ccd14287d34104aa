import type { AnyOperationId, OperationById } from '@alianza/contracts/registry';

export type { AnyOperationId };

type Given<Id extends AnyOperationId> = OperationById<Id>['input']['_zod']['input'];
type Taken<Id extends AnyOperationId> = OperationById<Id>['input']['_zod']['output'];

/** Fields that a schema takes in any form, because a query knows texts only: here they are of the type it makes of them. */
type Coerced<From, To> = { [Name in keyof From & keyof To as unknown extends From[Name] ? Name : never]?: To[Name] };
type Typed<From> = { [Name in keyof From as unknown extends From[Name] ? never : Name]: From[Name] };

/** What a caller gives: what has a default may be left out. */
export type Input<Id extends AnyOperationId> = Typed<Given<Id>> & Coerced<Given<Id>, Taken<Id>>;
export type Output<Id extends AnyOperationId> = OperationById<Id>['output']['_zod']['output'];

export interface CallOptions {
  /** The version that was read, for operations that edit. */
  readonly version?: number;
  readonly signal?: AbortSignal;
}

/** One operation by its id; the browser asks over HTTP, the server's rendering asks the gateway it runs in. */
export type Call = <Id extends AnyOperationId>(id: Id, input: Input<Id>, options?: CallOptions) => Promise<Output<Id>>;
