import {
  memberCategoryFields,
  memberIdentityFields,
  memberImportFields,
  memberNameFields,
  memberPeopleFields,
  type MemberImportField,
} from '@alianza/contracts/imports/member-import-columns';
import { saysOneOf } from '../organizations/says-one-of.js';

const elsewhere: readonly MemberImportField[] = [
  ...memberNameFields,
  ...memberCategoryFields,
  ...memberPeopleFields,
  ...memberIdentityFields,
];

/** As a list of choices shows them. */
export const memberFieldGroups: readonly (readonly [heading: string, fields: readonly MemberImportField[]])[] = [
  ['memberImports.mapping.group.name', memberNameFields],
  ['memberImports.mapping.group.facts', memberImportFields.filter((field) => !elsewhere.includes(field))],
  ['memberImports.mapping.group.membership', memberCategoryFields],
  ['memberImports.mapping.group.people', memberPeopleFields],
  ['memberImports.mapping.group.identity', memberIdentityFields],
];

/** Whether a sheet says who it is about: a name, or by what those that are there are known. */
export const saysWho = saysOneOf([...memberNameFields, ...memberIdentityFields]);
