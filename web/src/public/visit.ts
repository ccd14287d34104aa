import type { Network } from '@alianza/contracts/membership/networks';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { AnyOperationId, Input, Output } from '../shared/api/call.js';
import type { ReactNode } from 'react';
import type { Text } from '@alianza/texts/text';

/** What has no type on its way in is a facet, and may be left out. */
type Facets<I> = keyof { [K in keyof I as unknown extends I[K] ? K : never]: I[K] } & keyof I;
type Given<I> = Omit<I, Facets<I>> & Partial<Pick<I, Facets<I>>>;

/** How a page asks: as nobody, in the network of its address. Refusals are thrown with `code` and `status`. */
export type Ask = <Id extends AnyOperationId>(id: Id, input: Given<Input<Id>>, lang: PortalLanguage) => Promise<Output<Id>>;

/** One visit to a page of the platform. */
export interface Visit {
  readonly lang: PortalLanguage;
  readonly text: Text;
  readonly query: URLSearchParams;
  /** Scheme, host and port; what leads to the page from outside begins with it. */
  readonly origin: string;
  readonly ask: <Id extends AnyOperationId>(id: Id, input: Given<Input<Id>>) => Promise<Output<Id>>;
}

/** A visit to a page of one network. */
export interface NetworkVisit extends Visit {
  readonly network: Network;
  /** Address of a page of this network in the language of the visit: `addressOf('practicas')`. */
  readonly addressOf: (page?: string) => string;
}

/** What a page is, before it is framed. */
export interface Page {
  readonly status: number;
  /** Null on the home of a network, which carries its name alone. */
  readonly title: string | null;
  readonly description: string;
  /** Whether it is to be found by search engines; what it is called there is its address without a query. */
  readonly indexed: boolean;
  readonly kind: 'website' | 'article';
  readonly section: 'practices' | 'organizations' | null;
  /** What machines read: schema.org. */
  readonly data?: object;
  /** Where it is instead, for good: then it has no matter of its own. */
  readonly movedTo?: string;
  readonly main: ReactNode;
}

/** Whether a refusal says that there is no such thing. */
export const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === 404;
