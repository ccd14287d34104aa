import type { ServiceName } from '@alianza/contracts/access';
import type { ConsumerLetters, DeadLetter, TakenLetter } from '@alianza/contracts/dead-letters';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../shared/session/api.js';
import { everyService } from './service-values.js';

export type Waiting = DeadLetter & { readonly service: ServiceName };
/** All that wait of a consumer, those that are not listed among them. */
export type OfConsumer = ConsumerLetters & { readonly service: ServiceName };
export type Taken = TakenLetter & { readonly service: ServiceName };

interface Found {
  readonly waiting: readonly Waiting[];
  readonly consumers: readonly OfConsumer[];
  readonly taken: readonly Taken[];
  /** Services that did not answer. */
  readonly silent: readonly ServiceName[];
}

/** What no consumer took, of every service; one that does not answer keeps the others from nobody. */
export function useDeadLetters() {
  const { call, scope } = useApi();
  return useQueries({
    queries: everyService.map((service) => ({
      queryKey: [...scope, `${service}.dead-letters.list`],
      queryFn: ({ signal }: { signal: AbortSignal }) => call(`${service}.dead-letters.list`, {}, { signal }),
      refetchInterval: 30_000,
    })),
    combine: (answers) => {
      const of = everyService.map((service, index) => ({ service, answer: answers[index] }));
      const silent = of.filter(({ answer }) => answer?.error).map(({ service }) => service);
      const waiting = of.flatMap(({ service, answer }) => (answer?.data?.items ?? []).map((item) => ({ ...item, service })));
      const consumers = of.flatMap(({ service, answer }) => (answer?.data?.consumers ?? []).map((one) => ({ ...one, service })));
      const taken = of.flatMap(({ service, answer }) => (answer?.data?.taken ?? []).map((item) => ({ ...item, service })));
      const found: Found = {
        waiting: waiting.sort((one, other) => one.diedAt.localeCompare(other.diedAt)),
        taken: taken.sort((one, other) => other.takenAt.localeCompare(one.takenAt)),
        consumers,
        silent,
      };
      return {
        data: answers.some(({ data }) => data !== undefined) ? found : undefined,
        error: silent.length === everyService.length ? (answers[0]?.error ?? null) : null,
        isPending: answers.every(({ isPending }) => isPending),
        refetch: () => answers.forEach((answer) => void answer.refetch()),
      };
    },
  });
}

interface Chosen {
  readonly service: ServiceName;
  readonly id?: string;
  readonly consumer?: string;
}

/** One, or all of a consumer; afterwards the list says what became of them. */
export function useRetry() {
  const { call } = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ service, ...chosen }: Chosen) => call(`${service}.dead-letters.retry`, chosen),
    onSettled: (_answer, _error, { service }) =>
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(`${service}.dead-letters.list`) }),
  });
}
