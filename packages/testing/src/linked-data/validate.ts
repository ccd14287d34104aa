import { schemaOrg } from './schema-org.js';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const isAddress = (value: string): boolean => /^https?:\/\//.test(value) && URL.canParse(value);
const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Values that are no node, by the data types of the vocabulary. */
const dataTypes: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === 'string' && value.trim() !== '',
  URL: (value) => typeof value === 'string' && isAddress(value),
  Date: (value) => typeof value === 'string' && day.test(value) && !Number.isNaN(Date.parse(value)),
  DateTime: (value) => typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value)),
  Number: (value) => typeof value === 'number' && Number.isFinite(value),
  Integer: Number.isInteger,
  Boolean: (value) => typeof value === 'boolean',
};

function isKindOf(type: string, wanted: string): boolean {
  const term = schemaOrg[type];
  return type === wanted || (term?.of !== undefined && term.of !== null && isKindOf(term.of, wanted));
}

function rangeOf(type: string, property: string): string | undefined {
  const term = schemaOrg[type];
  return term?.properties[property] ?? (term?.of ? rangeOf(term.of, property) : undefined);
}

function faultsOfValue(value: unknown, range: string, path: string): string[] {
  const kinds = range.split('|');
  if (!isNode(value)) return kinds.some((kind) => dataTypes[kind]?.(value)) ? [] : [`${path}: ${JSON.stringify(value)} is no ${range}`];
  const type = String(value['@type']);
  return [...(kinds.some((kind) => isKindOf(type, kind)) ? [] : [`${path}: a ${type} is no ${range}`]), ...faultsOfNode(value, path)];
}

function faultsOfNode(node: Node, path: string): string[] {
  const { '@type': type, '@id': id, '@context': _context, ...properties } = node;
  if (typeof type !== 'string' || !(type in schemaOrg)) return [`${path}: ${JSON.stringify(type)} is no type`];
  const wrongId = id === undefined || (typeof id === 'string' && isAddress(id)) ? [] : [`${path}: @id ${JSON.stringify(id)}`];
  const wrong = Object.entries(properties).flatMap(([name, value]) => {
    const range = rangeOf(type, name);
    if (range === undefined) return [`${path}: ${type} has no ${name}`];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (values.length === 0) return [`${path}.${name}: empty`];
    return values.flatMap((one) => faultsOfValue(one, range, `${path}.${name}`));
  });
  return [...wrongId, ...wrong];
}

/** What in JSON-LD is not as schema.org has it: a type, a property of that type, a value of that property. Nothing where all is. */
export function faultsOfLinkedData(data: unknown): string[] {
  if (!isNode(data)) return ['no object'];
  const context = data['@context'] === 'https://schema.org' ? [] : [`@context: ${JSON.stringify(data['@context'])}`];
  return [...context, ...faultsOfNode(data, '$')];
}
