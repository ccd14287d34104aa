import { AskGroup } from '../../../shared/forms/ask.js';
import { localeOf } from '../../../shared/format/locale.js';
import { useText } from '../../../shared/texts/use-text.js';
import { contrastOf } from '../api/network-values.js';
import type { FieldProps } from './field-props.js';

/** What a picker begins with: the product's own. */
const product = '#5a2a6b';

/** The colour of links and buttons; one that could not be read is not taken. */
export function AccentField({ values: { accent }, onChange, wrong }: FieldProps) {
  const text = useText();
  const ratio = accent === '' ? null : contrastOf(accent).toLocaleString(localeOf(text.lang));
  return (
    <AskGroup id="accent-choice" legend={text('settings.field.accent')} help={text('settings.help.accent')} error={wrong.get('accent')}>
      <label className="option">
        <input type="checkbox" checked={accent !== ''} onChange={({ target }) => onChange({ accent: target.checked ? product : '' })} />{' '}
        {text('settings.accent.own')}
      </label>
      {accent !== '' && (
        <p className="accent-pick">
          <label htmlFor="accent">{text('settings.accent.pick')}</label>
          <input id="accent" type="color" value={accent} onChange={({ target }) => onChange({ accent: target.value })} />
          <output htmlFor="accent">{text('settings.accent.contrast', { colour: accent, ratio })}</output>
        </p>
      )}
    </AskGroup>
  );
}
