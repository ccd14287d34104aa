import { isProblem } from '../../../shared/api/problem.js';
import { timeOfDay } from '../../../shared/page/time-of-day.js';
import { Failure } from '../../../shared/page/failure.js';
import { State } from '../../../shared/parts/state.js';
import { fieldLabels, type PracticeField } from '../../../shared/practice/practice-fields.js';
import { listOf } from '../../../shared/format/lists.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { Clash } from '../api/merge-values.js';
import { isPassing, type SaveState } from '../api/use-autosave.js';
import { Clashes } from './clashes.js';

interface Props {
  readonly state: SaveState;
  readonly onSave: () => void;
  readonly onJoin: () => void;
  readonly clashes: readonly Clash[];
  readonly onSeen: () => void;
  /** It began with what could not be saved the last time, and nothing was saved since. */
  readonly recovered: boolean;
}

/** Nothing is written in the name of a suspended organisation; what is on the page stays there. */
const isSuspended = (state: SaveState): boolean => state.kind === 'failed' && isProblem(state.error, 'organization-suspended');

function failedText(state: SaveState & { kind: 'failed' }): string {
  if (isSuspended(state)) return 'practiceForm.saved.suspended';
  return isPassing(state.error) ? 'practiceForm.saved.failed' : 'practiceForm.saved.refused';
}

/** One line, always in the same place, that says how the draft is kept. */
function Line({ state }: { state: SaveState }) {
  const text = useText();
  switch (state.kind) {
    case 'saved':
      return (
        <State kind="done">
          {state.at ? text('practiceForm.saved.at', { time: timeOfDay(text.lang, state.at) }) : text('practiceForm.saved.kept')}
        </State>
      );
    case 'waiting':
      return <State kind="still">{text('practiceForm.saved.waiting')}</State>;
    case 'saving':
      return <State kind="open">{text('practiceForm.saved.saving')}</State>;
    case 'wrong': {
      const fields = (Object.keys(state.fields) as PracticeField[]).map((field) => text(fieldLabels[field]));
      return (
        <State kind="late">
          {text(state.rest ? 'practiceForm.saved.rest' : 'practiceForm.saved.wrong', { fields: listOf(text.lang, fields) })}
        </State>
      );
    }
    case 'stale':
      return <State kind="late">{text('practiceForm.saved.stale')}</State>;
    case 'failed':
      return <State kind="late">{text(failedText(state))}</State>;
  }
}

export function SaveNote({ state, onSave, onJoin, clashes, onSeen, recovered }: Props) {
  const text = useText();
  return (
    <div className="save-note">
      <p role="status">
        <Line state={state} />
        {recovered && <span className="quiet-text"> {text('practiceForm.recovered')}</span>}
      </p>
      {state.kind === 'stale' && (
        <div className="notice">
          <p>{text('practiceForm.stale.text')}</p>
          <button className="button second" type="button" onClick={onJoin}>
            {text('practiceForm.stale.join')}
          </button>
        </div>
      )}
      {clashes.length > 0 && <Clashes clashes={clashes} onSeen={onSeen} />}
      {state.kind === 'failed' && <Failure error={state.error} title={text('practiceForm.saved.failedTitle')} onRetry={onSave} />}
      {isSuspended(state) && (
        <div className="notice">
          <p>{text('practiceForm.saved.suspendedText')}</p>
          <button className="button second" type="button" onClick={onSave}>
            {text('practiceForm.saved.again')}
          </button>
        </div>
      )}
    </div>
  );
}
