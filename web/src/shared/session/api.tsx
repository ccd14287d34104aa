import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Call } from '../api/call.js';
import { makeClient, type Caller } from '../api/client.js';
import type { Auth } from './auth.js';
import { usePlace } from './place.js';

interface Api {
  readonly call: Call;
  readonly caller: Caller;
  readonly auth: Auth | null;
  /** What answers depend on besides the question: first part of every key they are kept under. */
  readonly scope: readonly (string | null)[];
}

const ApiContext = createContext<Api | null>(null);

interface Props {
  readonly auth: Auth | null;
  readonly actingFor: string | null;
  readonly children: ReactNode;
}

/** Lends the typed client to the pages inside: for a visitor, or for a person and the organisation they speak for. */
export function ApiProvider({ auth, actingFor, children }: Props) {
  const { network, lang } = usePlace();
  const api = useMemo(() => {
    const caller: Caller = { network, language: lang, token: () => auth?.token() ?? Promise.resolve(null), actingFor: () => actingFor };
    return { call: makeClient(caller), caller, auth, scope: [network, lang, actingFor] };
  }, [network, lang, auth, actingFor]);
  return <ApiContext value={api}>{children}</ApiContext>;
}

export function useApi(): Api {
  const api = use(ApiContext);
  if (api === null) throw new Error('useApi outside ApiProvider');
  return api;
}
