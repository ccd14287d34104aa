import { useText } from '../../../shared/texts/use-text.js';
import type { FieldProps } from './actor-form.js';

/** Whether the public directory names it, apart from the members. */
export function ShownField({ values: { shown }, onChange }: FieldProps) {
  const text = useText();
  return (
    <div className="ask">
      <label className="option">
        <input type="checkbox" checked={shown} aria-describedby="shown-h" onChange={(event) => onChange({ shown: event.target.checked })} />{' '}
        {text('actors.form.shown')}
      </label>
      <p className="help" id="shown-h">
        {text('actors.form.shownHelp')}
      </p>
    </div>
  );
}
