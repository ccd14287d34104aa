import type { ImportResult } from '@alianza/contracts/imports/sheet-imports';
import { momentInWords } from '../../../shared/format/dates.js';
import { fileSize } from '../../../shared/format/size.js';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind, type AnyImport } from '../api/import-kind.js';
import { FilteredRows, ReportButton } from './check-step.js';

const told: readonly (readonly [keyof ImportResult, StateKind])[] = [
  ['created', 'done'],
  ['changed', 'done'],
  ['invited', 'done'],
  ['same', 'still'],
  ['failed', 'late'],
  ['skipped', 'late'],
];

/** What was done, of which file; each row with its record. */
export function DoneStep({ it }: { it: AnyImport }) {
  const text = useText();
  const { done, seenAt } = useImportKind();
  const address = useAddress();
  const { zone } = useNetwork();
  const { result, finishedAt, name, size, sha256 } = it;
  if (result === null) return null;
  const seen = seenAt(it);
  return (
    <section aria-labelledby="done-title" className="form-col">
      <div>
        <h2 id="done-title">{text('imports.done.title')}</h2>
        {finishedAt !== null && <p className="quiet-text">{momentInWords(text.lang, finishedAt, zone)}</p>}
      </div>
      <ul className="problems">
        {told
          .map(([what, kind]) => [what, kind, result[what] ?? 0] as const)
          .filter(([what, , count]) => count > 0 || what === 'created')
          .map(([what, kind, count]) => (
            <li key={what}>
              <State kind={count === 0 ? 'still' : kind}>{done(text, what, count)}</State>
            </li>
          ))}
      </ul>
      <div className="buttons">
        <a className="button" href={address(seen.path)}>
          {text(seen.key)}
        </a>
        {result.failed > 0 && <ReportButton id={it.id} />}
      </div>
      <h3>{text('imports.done.rows')}</h3>
      <p className="quiet-text">
        {text('imports.done.record', { name, size: fileSize(text.lang, size), hash: sha256.slice(0, 16) })}. {text('imports.done.purged')}
      </p>
      <FilteredRows it={it} />
    </section>
  );
}
