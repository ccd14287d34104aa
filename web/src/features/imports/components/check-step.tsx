import type { ImportOutcome } from '@alianza/contracts/imports/sheet-imports';
import { useFilter } from '../../../shared/queue/open-row.js';
import type { Input } from '../../../shared/api/call.js';
import { isProblem } from '../../../shared/api/problem.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Failure } from '../../../shared/page/failure.js';
import { State } from '../../../shared/parts/state.js';
import { QueueFilter } from '../../../shared/queue/queue-filter.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind, type AnyImport } from '../api/import-kind.js';
import { ImportRows, shapeOf } from './import-rows.js';

const outcomes = ['create', 'change', 'same', 'error'] as const satisfies readonly ImportOutcome[];

function useCalled(isDone: boolean): (one: ImportOutcome) => string {
  const text = useText();
  const { changing } = useImportKind();
  return (one) => text(one === 'change' && changing ? changing : `imports.${isDone ? 'done' : 'check'}.outcome.${one}`);
}

function Counted({ it }: { it: AnyImport }) {
  const text = useText();
  const called = useCalled(false);
  return (
    <ul className="legend">
      {outcomes.map((outcome) => {
        const count = it.counts?.[outcome] ?? 0;
        const said = `${called(outcome)}: ${numberIn(text.lang, count)}`;
        return (
          <li key={outcome}>
            <State kind={count === 0 ? 'still' : shapeOf[outcome]}>{said}</State>
          </li>
        );
      })}
    </ul>
  );
}

/** Rows by what would become of them; the address keeps which. */
export function FilteredRows({ it }: { it: AnyImport }) {
  const text = useText();
  const [chosen, choose] = useFilter('filas', 'all');
  const outcome = outcomes.find((one) => one === chosen) ?? null;
  const shown = outcome === null ? it.rows : (it.counts?.[outcome] ?? 0);
  const called = useCalled(it.status === 'done');
  const options = [
    ['all', text('imports.check.all')] as const,
    ...outcomes.map((one) => [one, `${called(one)} (${numberIn(text.lang, it.counts?.[one] ?? 0)})`] as const),
  ];
  return (
    <>
      <QueueFilter
        id="rows"
        label={text('imports.check.filter')}
        value={outcome ?? 'all'}
        options={options}
        onChoose={choose}
        said={text('imports.rows', { count: shown })}
      />
      <ImportRows it={it} outcome={outcome} />
    </>
  );
}

/** The errors as a table to mend the sheet by; it goes straight to disk. */
export function ReportButton({ id }: { id: string }) {
  const text = useText();
  const { operations } = useImportKind();
  const report = useWrite(operations.report);
  return (
    <>
      <button
        className="button second"
        type="button"
        disabled={report.isPending}
        onClick={() => report.mutate({ input: { id } }, { onSuccess: ({ url }) => location.assign(url) })}
      >
        {text('imports.check.report')}
      </button>
      {report.error && <Failure error={report.error} title={text('imports.check.reportFailed')} />}
    </>
  );
}

interface Props {
  readonly it: AnyImport;
  readonly onBack: () => void;
}

function Confirming({ it, onBack }: Props) {
  const text = useText();
  const { operations, alsoChanges, keys } = useImportKind();
  const confirm = useWrite(operations.confirm, { alsoChanges });
  const again = useWrite(operations.map);
  const { id, mapping, counts, digest } = it;
  const count = (counts?.create ?? 0) + (counts?.change ?? 0);
  const stale = isProblem(confirm.error, 'import-stale');
  const error = again.error ?? confirm.error;
  const title = again.error ? 'imports.mapping.failed' : stale ? 'imports.check.stale' : 'imports.check.confirmFailed';
  // as it was checked before
  const repeat = () =>
    mapping !== null && again.mutate({ input: { id, mapping } as Input<'membership.imports.map'> }, { onSuccess: () => confirm.reset() });
  return (
    <>
      {error && <Failure error={error} title={text(title)} />}
      <div className="buttons">
        {stale ? (
          <button className="button" type="button" disabled={again.isPending} onClick={repeat}>
            {text('imports.check.again')}
          </button>
        ) : (
          <button
            className="button"
            type="button"
            disabled={count === 0 || digest === null || confirm.isPending}
            onClick={() => digest !== null && confirm.mutate({ input: { id, digest } })}
          >
            {confirm.isPending ? text('imports.check.confirming') : text(keys.confirm, { count })}
          </button>
        )}
        <button className="button second" type="button" onClick={onBack}>
          {text('imports.check.back')}
        </button>
        {(counts?.error ?? 0) > 0 && <ReportButton id={id} />}
      </div>
    </>
  );
}

/** What would become of each row: nothing has been written. */
export function CheckStep(props: Props) {
  const { it } = props;
  const text = useText();
  const { consequence } = useImportKind();
  const errors = it.counts?.error ?? 0;
  return (
    <section aria-labelledby="check-title" className="form-col">
      <h2 id="check-title">{text('imports.check.title')}</h2>
      <p>
        <b>{text('imports.check.text')}</b> {consequence(text, it)} {errors > 0 && text('imports.check.withErrors', { count: errors })}
      </p>
      <Counted it={it} />
      <Confirming {...props} />
      <FilteredRows it={it} />
    </section>
  );
}
