interface Route {
  readonly method: string;
  readonly path: string;
}

type Values = Readonly<Record<string, unknown>>;

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function query(values: Values): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) search.append(name, text(one));
  }
  return `?${search.toString()}`;
}

interface Around {
  readonly network: string;
  /** That of the page, which counts more than the person's preference. */
  readonly language: string;
}

/** Splits an input as its route wants it: names of the path, then query for a read, body for the rest. Arrays repeat their parameter. */
export function requestOf(route: Route, { network, language }: Around, input: Values): { path: string; body: string | undefined } {
  const rest = new Map(Object.entries(input));
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'network') return network;
    const value = text(rest.get(name));
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const values = Object.fromEntries(rest);
  const reads = route.method === 'GET';
  const asked = { ...(reads ? values : {}), lang: language };
  return { path: `/api/v1${path}${query(asked)}`, body: reads ? undefined : JSON.stringify(values) };
}
