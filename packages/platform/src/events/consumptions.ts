import 'reflect-metadata';
import type { DynamicModule, ForwardReference, Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { CONSUMPTION, type Consumption } from './consumes.decorator.js';

type Imported = Type | DynamicModule | ForwardReference<() => Type>;

const listed = <T>(key: string, of: object): T[] => (Reflect.getMetadata(key, of) as T[] | undefined) ?? [];

function ofController({ prototype }: Type): Consumption[] {
  const methods = Object.values(Object.getOwnPropertyDescriptors(prototype as object)).map(({ value }) => value as unknown);
  return methods.flatMap((method) => {
    const consumption = typeof method === 'function' ? (Reflect.getMetadata(CONSUMPTION, method) as Consumption | undefined) : undefined;
    return consumption ?? [];
  });
}

/** What a module and those it imports consume, read from its controllers without starting it: for whoever hands out permissions. */
export function consumptionsOf(module: Imported, seen = new Set<unknown>()): Consumption[] {
  const given = 'forwardRef' in module ? module.forwardRef() : module;
  const dynamic = 'module' in given ? given : { module: given };
  if (seen.has(dynamic.module)) return [];
  seen.add(dynamic.module);
  const { module: type, imports = [], controllers = [] } = dynamic;
  const inner = [...imports, ...listed<Imported>(MODULE_METADATA.IMPORTS, type)] as Imported[];
  return [
    ...[...controllers, ...listed<Type>(MODULE_METADATA.CONTROLLERS, type)].flatMap(ofController),
    ...inner.flatMap((each) => consumptionsOf(each, seen)),
  ];
}
