import { z } from 'zod';

export type Schema = Readonly<Record<string, unknown>>;

interface ObjectSchema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
}

const mayBeLeftOut = (property: z.ZodType): boolean => property.safeParse(undefined).success;

/** What a caller gives. A value that is rearranged before it is checked says nothing as input; then what it becomes is described. */
export function inputOf(schema: z.ZodObject): ObjectSchema {
  const shape: Readonly<Record<string, z.ZodType>> = schema.shape;
  const properties = Object.entries(shape);
  const described = properties.map(([name, property]) => {
    const given = jsonSchema(property, 'input');
    const silent = Object.keys(given).every((key) => key === 'default');
    return [name, silent ? jsonSchema(property, 'output') : given] as const;
  });
  const required = properties.filter(([, property]) => !mayBeLeftOut(property)).map(([name]) => name);
  return { properties: Object.fromEntries(described), required };
}

export const outputOf = (schema: z.ZodType): Schema => jsonSchema(schema, 'output');

/** Part of an object's properties, closed like the whole. */
export function onlyOf({ properties, required }: ObjectSchema, names: readonly string[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name] ?? {}])),
    required: required.filter((name) => names.includes(name)),
    additionalProperties: false,
  };
}
