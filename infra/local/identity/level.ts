/** Level of a sign-in: password, or password and code. */
export type Level = '1' | '2';

interface ClaimsParameter {
  readonly id_token?: {
    readonly acr?: { readonly value?: string; readonly values?: readonly string[]; readonly essential?: boolean } | null;
  };
}

const words = (value: unknown): string[] => (typeof value === 'string' ? value.split(' ') : []);

/** Whether a request wants the second factor: by `acr_values`, or as an essential claim, which is how keycloak-js puts it. */
export function asksLevel2({ acr_values, claims }: Readonly<Record<string, unknown>>): boolean {
  if (words(acr_values).includes('2')) return true;
  if (typeof claims !== 'string') return false;
  const asked = (JSON.parse(claims) as ClaimsParameter).id_token?.acr;
  return asked?.essential === true && (asked.value === '2' || (asked.values ?? []).includes('2'));
}
