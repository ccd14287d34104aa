import type { ActorImport, ActorImportRow } from '@alianza/contracts/membership/imports/actors';
import type { MemberImport, MemberImportRow } from '@alianza/contracts/membership/imports/members';
import type { ImportRow, PracticeImport } from '@alianza/contracts/repository/imports';
import type { Text } from '@alianza/texts/text';
import { createContext, useContext, type ComponentType, type ReactNode } from 'react';
import { Outlet, useOutletContext } from 'react-router';
import type { UploadPurposeName } from '@alianza/contracts/gateway/uploads';

export type AnyImport = PracticeImport | MemberImport | ActorImport;
export type AnyImportRow = ImportRow | MemberImportRow | ActorImportRow;
type Noun = 'repository.imports' | 'membership.imports' | 'membership.actor-imports';

/** What sheets of one kind become, and what that is called: the steps are the same for all. */
interface ImportKind {
  readonly operations: {
    readonly [Verb in 'begin' | 'list' | 'get' | 'map' | 'rows' | 'report' | 'confirm' | 'resume']: `${Noun}.${Verb}`;
  };
  /** Other nouns that change once it is done. */
  readonly alsoChanges: readonly string[];
  readonly purpose: UploadPurposeName;
  /** Below the network's address. */
  readonly path: string;
  /** Keys of the texts that are not the same for all. */
  readonly keys: Readonly<Record<'title' | 'lede' | 'noneText' | 'one' | 'titleColumn' | 'noTitle' | 'confirm' | 'applying', string>>;
  /** What rows are called that change a record, where they may do something else; a key. */
  readonly changing?: string;
  /** How many rows something was done with, in words. */
  readonly done: (text: Text, what: keyof NonNullable<AnyImport['result']>, count: number) => string;
  /** What will become of the records, in words. */
  readonly consequence: (text: Text, it: AnyImport) => string | null;
  readonly fieldLabel: (text: Text, field: string) => string;
  /** Where the record of a row is read; null where it is not there yet. */
  readonly recordPath: (row: AnyImportRow) => string | null;
  /** Where what was imported is seen, and what leads there. */
  readonly seenAt: (it: AnyImport) => { readonly path: string; readonly key: string };
  /** What a sheet can hold. */
  readonly Beside: ComponentType;
  /** Where the columns of one are named; told when they were checked. */
  readonly mapping: (it: AnyImport, onChecked: () => void) => ReactNode;
}

export const operationsOf = (noun: Noun): ImportKind['operations'] => ({
  begin: `${noun}.begin`,
  list: `${noun}.list`,
  get: `${noun}.get`,
  map: `${noun}.map`,
  rows: `${noun}.rows`,
  report: `${noun}.report`,
  confirm: `${noun}.confirm`,
  resume: `${noun}.resume`,
});

const KindContext = createContext<ImportKind | null>(null);

export function useImportKind(): ImportKind {
  const kind = useContext(KindContext);
  if (kind === null) throw new Error('an import of no kind');
  return kind;
}

/** The frame of the pages on which sheets of one kind are imported. */
export const importsOf = (kind: ImportKind) =>
  function Imports() {
    return (
      <KindContext value={kind}>
        <Outlet context={useOutletContext()} />
      </KindContext>
    );
  };
