import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnyOperationId, Input, Output } from '../api/call.js';
import { Problem } from '../api/problem.js';
import { useApi } from './api.js';

const retryPassing = (failures: number, error: Error) => failures < 2 && error instanceof Problem && error.passing;

export const makeQueryClient = () =>
  new QueryClient({ defaultOptions: { queries: { retry: retryPassing, staleTime: 5_000 }, mutations: { retry: retryPassing } } });

interface ReadOptions<Data> {
  readonly enabled?: boolean;
  /** Milliseconds after which it is asked again, while the page is looked at; false where what is known is enough. */
  readonly every?: number | ((known: Data | undefined) => number | false);
}

/** One read, kept by scope, operation and input; while it is not enabled it has no answer, whatever was read before. */
export function useRead<Id extends AnyOperationId>(id: Id, input: Input<Id>, { enabled = true, every }: ReadOptions<Output<Id>> = {}) {
  const { call, scope } = useApi();
  return useQuery<Output<Id>>({
    queryKey: [...scope, id, enabled ? input : null],
    queryFn: ({ signal }) => call(id, input, { signal }),
    enabled,
    refetchInterval: typeof every === 'function' ? ({ state }) => every(state.data) : every,
  });
}

type Listing = { readonly items: readonly unknown[]; readonly nextCursor: string | null };
interface ListOptions {
  readonly enabled?: boolean;
  /** What was found before stays until what is asked for now is there: what the page offers by it does not come and go. */
  readonly keep?: boolean;
}
type ListId = { [Id in AnyOperationId]: Output<Id> extends Listing ? Id : never }[AnyOperationId];

/** A list page by page, each by the cursor of the one before; while it is not enabled it has none. */
export function useList<Id extends ListId>(id: Id, input: Input<Id>, { enabled = true, keep = false }: ListOptions = {}) {
  const { call, scope } = useApi();
  return useInfiniteQuery({
    queryKey: [...scope, id, 'pages', enabled ? input : null],
    queryFn: ({ signal, pageParam }) =>
      call(id, (pageParam === null ? input : { ...(input as object), cursor: pageParam }) as Input<Id>, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Output<Id>) => (last as Listing).nextCursor,
    enabled,
    ...(keep &&
      enabled && {
        placeholderData: (found, before) => (scope.every((part, place) => before?.queryKey[place] === part) ? found : undefined),
      }),
  });
}

interface Writing<Id extends AnyOperationId> {
  readonly input: Input<Id>;
  readonly version?: number;
}

interface Effects {
  /** Other nouns than its own that it changes: `membership.organizations`. */
  readonly alsoChanges?: readonly string[];
  /** A read that has no answer any more once it is done. */
  readonly ends?: AnyOperationId;
}

/** One write; afterwards whatever was read of the nouns it changes is read anew. */
export function useWrite<Id extends AnyOperationId>(id: Id, { alsoChanges = [], ends }: Effects = {}) {
  const { call } = useApi();
  const client = useQueryClient();
  const nouns = [id.split('.').slice(0, 2).join('.'), ...alsoChanges];
  const isChanged = (part: unknown) => typeof part === 'string' && part !== ends && nouns.some((noun) => part.startsWith(`${noun}.`));
  return useMutation<Output<Id>, Error, Writing<Id>>({
    mutationFn: ({ input, version }) => call(id, input, { version }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.some(isChanged) }),
  });
}

/** Keeps an answer that came by another way as what a read would answer. */
export function useRemember<Id extends AnyOperationId>(id: Id, input: Input<Id>) {
  const { scope } = useApi();
  const client = useQueryClient();
  return (data: Output<Id>) => client.setQueryData([...scope, id, input], () => data);
}
