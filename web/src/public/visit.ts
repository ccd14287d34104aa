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

/** A form that was sent without a script and refused: what was written, which fields are wrong, and the refusal in words. */
export interface Posted {
  readonly status: number;
  readonly values: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
  readonly title: string;
  readonly detail: string;
}

/** One visit to a page of the platform. */
export interface Visit {
  readonly lang: PortalLanguage;
  readonly text: Text;
  readonly query: URLSearchParams;
  /** Scheme, host and port; what leads to the page from outside begins with it. */
  readonly origin: string;
  /** The media type that the reader would rather have than HTML, of those that `typesAt` offers there. */
  readonly type: string | null;
  readonly posted: Posted | null;
  readonly ask: <Id extends AnyOperationId>(id: Id, input: Given<Input<Id>>) => Promise<Output<Id>>;
}

/** A visit to a page of one network. */
export interface NetworkVisit extends Visit {
  readonly network: Network;
  /** Address of a page of this network in the language of the visit: `addressOf('practicas')`. */
  readonly addressOf: (page?: string) => string;
}

/** A relation of the page to something else, for who reads only headers (RFC 8288). */
export interface TypedLink {
  readonly rel: string;
  readonly href: string;
  /** Media type of what is there. */
  readonly type?: string;
}

/** What is answered in the place of HTML. */
export interface Document {
  /** Media type, with its charset where it needs one. */
  readonly type: string;
  readonly body: string;
  /** Of the file it is saved as; absent where it is read in place. */
  readonly name?: string;
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
  /** Shown with the link wherever the page is shared. */
  readonly picture?: { readonly address: string; readonly width: number; readonly height: number; readonly alt: string };
  /** What machines read: schema.org. */
  readonly data?: object;
  /** A feed of what the page lists. */
  readonly feed?: string;
  readonly typedLinks?: readonly TypedLink[];
  /** Set where no HTML is wanted: then this is the whole answer. */
  readonly document?: Document;
  /** Where it is instead, for good: then it has no matter of its own. */
  readonly movedTo?: string;
  readonly main: ReactNode;
}

const refusedWith = (error: unknown, status: number): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === status;

/** Whether a refusal says that there is no such thing. */
export const isMissing = (error: unknown): boolean => refusedWith(error, 404);
/** Whether it says that there was one, and is not any more. */
export const isGone = (error: unknown): boolean => refusedWith(error, 410);
