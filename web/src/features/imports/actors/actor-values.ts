import {
  actorContactFields,
  actorIdentityFields,
  actorImportFields,
  actorNameFields,
  actorWorkFields,
  type ActorImportField,
} from '@alianza/contracts/imports/actor-import-columns';
import { saysOneOf } from '../organizations/says-one-of.js';

const elsewhere: readonly ActorImportField[] = [...actorNameFields, ...actorWorkFields, ...actorContactFields, ...actorIdentityFields];

/** As a list of choices shows them. */
export const actorFieldGroups: readonly (readonly [heading: string, fields: readonly ActorImportField[]])[] = [
  ['actorImports.mapping.group.name', actorNameFields],
  ['actorImports.mapping.group.facts', actorImportFields.filter((field) => !elsewhere.includes(field))],
  ['actorImports.mapping.group.work', actorWorkFields],
  ['actorImports.mapping.group.contact', actorContactFields],
  ['actorImports.mapping.group.identity', actorIdentityFields],
];

/** Whether a sheet says who it is about: a name, or by what those that are there are known. */
export const saysWho = saysOneOf([...actorNameFields, ...actorIdentityFields]);
