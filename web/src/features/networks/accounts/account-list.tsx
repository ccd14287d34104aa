import { useState } from 'react';
import { WordSearch } from '../../../shared/filters/word-search.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { Void } from '../../../shared/parts/void.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useUnsent } from '../../../shared/session/unsent.js';
import { useText } from '../../../shared/texts/use-text.js';
import { AccountTable } from './account-table.js';
import { begunDecision, DecideDialog, type Asked } from './decide-dialog.js';

interface Operator {
  readonly name: string;
  readonly email: string;
}

/** Whom to ask for what only those who operate the platform decide. */
function Whom({ operators }: { operators: readonly Operator[] }) {
  const text = useText();
  return (
    <p className="notice">
      {text('people.accounts.whom')}{' '}
      {operators.map(({ name, email }, index) => (
        <span key={email}>
          {index > 0 && ' · '}
          {name}, <a href={`mailto:${email}`}>{email}</a>
        </span>
      ))}
    </p>
  );
}

/** People sought by name or address. `disables`: for who operates the platform; others read whom to ask. */
export function AccountList({ disables }: { disables: boolean }) {
  const text = useText();
  const [q, seek] = useState('');
  const unsent = useUnsent(`accounts.${useNetwork().code}`);
  const [asked, ask] = useState<Asked | null>(() => begunDecision(unsent.begun));
  const list = useList('membership.accounts.list', { q });
  return (
    <div className="stack">
      <WordSearch label={text('people.accounts.search')} press={text('people.accounts.seek')} sought={q} onSeek={seek} />
      <Loaded query={list} failed={text('people.accounts.failed')} skeleton={<RowsSkeleton />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const operators = pages[0]?.operators ?? [];
          return (
            <>
              {!disables && operators.length > 0 && <Whom operators={operators} />}
              {items.length === 0 ? (
                <Void title={text('people.accounts.none')} level={3} />
              ) : (
                <AccountTable items={items} disables={disables} onAsk={ask} />
              )}
              <NextPage list={list} />
            </>
          );
        }}
      </Loaded>
      {asked !== null && <DecideDialog asked={asked} unsent={unsent} onClose={() => ask(null)} />}
    </div>
  );
}
