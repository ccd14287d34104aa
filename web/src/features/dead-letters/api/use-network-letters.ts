import type { ServiceName } from '@alianza/contracts/access';
import type { NetworkLetter } from '@alianza/contracts/dead-letters';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../shared/session/api.js';
import { everyService } from './service-values.js';

/** Who did not take it is said by the part of the platform it is of. */
export type NetworkWaiting = NetworkLetter & { readonly service: ServiceName };

interface Found {
  readonly waiting: readonly NetworkWaiting[];
  /** All that wait, those that are not listed among them. */
  readonly total: number;
  /** Parts of the platform that did not answer. */
  readonly silent: readonly ServiceName[];
}

/** What did not arrive of the network's own facts, in every part of the platform. */
export function useNetworkLetters() {
  const { call, scope } = useApi();
  return useQueries({
    queries: everyService.map((service) => ({
      queryKey: [...scope, `${service}.network-dead-letters.list`],
      queryFn: ({ signal }: { signal: AbortSignal }) => call(`${service}.network-dead-letters.list`, {}, { signal }),
      refetchInterval: 60_000,
    })),
    combine: (answers) => {
      const of = everyService.map((service, index) => ({ service, answer: answers[index] }));
      const silent = of.filter(({ answer }) => answer?.error && answer.data === undefined).map(({ service }) => service);
      const waiting = of.flatMap(({ service, answer }) => (answer?.data?.items ?? []).map((item) => ({ ...item, service })));
      const found: Found = {
        waiting: waiting.sort((one, other) => one.diedAt.localeCompare(other.diedAt)),
        total: answers.reduce((sum, { data }) => sum + (data?.total ?? 0), 0),
        silent,
      };
      const answered = answers.every(({ isPending }) => !isPending);
      return {
        data: answered && silent.length < everyService.length ? found : undefined,
        error: silent.length === everyService.length ? (answers[0]?.error ?? null) : null,
        isPending: !answered,
        refetch: () => answers.forEach((answer) => void answer.refetch()),
      };
    },
  });
}

/** One of them; afterwards the list says what became of it. */
export function useRetryOwn() {
  const { call } = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ service, id }: Pick<NetworkWaiting, 'service' | 'id'>) => call(`${service}.network-dead-letters.retry`, { id }),
    onSettled: (_answer, _error, { service }) =>
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(`${service}.network-dead-letters.list`) }),
  });
}
