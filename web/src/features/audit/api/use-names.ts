import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../shared/session/api.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Names by id, of those that have one here. */
export type Names = ReadonlyMap<string, string>;

const most = 50;
const none: Names = new Map();

const sorted = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))].sort();

/** In questions of as many ids as one may hold. */
function questions(people: readonly string[], organizations: readonly string[]) {
  const count = Math.ceil(Math.max(people.length, organizations.length) / most);
  const part = (ids: readonly string[], turn: number) => ids.slice(turn * most, (turn + 1) * most);
  return Array.from({ length: count }, (_none, turn) => ({ person: part(people, turn), organization: part(organizations, turn) }));
}

/** What people and organisations are called; ids whose name is not known here, or not yet, are missing. */
export function useNames(people: readonly (string | null)[], organizations: readonly (string | null)[]): Names {
  const text = useText();
  const { call, scope } = useApi();
  const asked = questions(sorted(people), sorted(organizations));
  const { data } = useQuery({
    queryKey: [...scope, 'membership.names.list', text.lang, asked],
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(asked.map((input) => call('membership.names.list', input, { signal })));
      return answers.flatMap(({ people: found, organizations: others, operators }) => {
        const platform = operators.map((id) => ({ id, name: text('auditLog.operator') }));
        return [...found, ...others, ...platform];
      });
    },
    enabled: asked.length > 0,
    placeholderData: (before) => before,
  });
  return data ? new Map(data.map(({ id, name }) => [id, name])) : none;
}
