import { languageName } from '../../../shared/format/names.js';
import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { baseCalendarIds, portalLanguages } from '../api/network-values.js';
import type { FieldProps } from './field-props.js';

const zones = Intl.supportedValuesOf('timeZone');

/** In which languages it speaks; one is its own, in which everything else is read where it is missing. */
export function LanguageFields({ values: { languages }, onChange }: FieldProps) {
  const text = useText();
  const own = languages[0] ?? 'es';
  const other = portalLanguages.find((language) => language !== own) ?? 'en';
  const both = languages.length > 1;
  return (
    <>
      <AskGroup id="own-language" legend={text('settings.field.language')} help={text('settings.help.language')}>
        {portalLanguages.map((language) => (
          <label className="option" key={language}>
            <input
              type="radio"
              name="own-language"
              checked={language === own}
              onChange={() => onChange({ languages: both ? [language, language === own ? other : own] : [language] })}
            />{' '}
            {text(`frame.language.${language}`)}
          </label>
        ))}
      </AskGroup>
      <div className="ask">
        <label className="option">
          <input type="checkbox" checked={both} onChange={({ target }) => onChange({ languages: target.checked ? [own, other] : [own] })} />{' '}
          {text('settings.alsoIn', { language: languageName(text.lang, other) })}
        </label>
      </div>
    </>
  );
}

/** Where it lives, and which days count there. */
export function PlaceFields({ values: { zone, calendar }, onChange, wrong }: FieldProps) {
  const text = useText();
  const known = zones.includes(zone) ? zones : [zone, ...zones];
  return (
    <div className="abreast">
      <Ask id="zone" label={text('settings.field.zone')} help={text('settings.help.zone')} error={wrong.get('zone')}>
        {(control) => (
          <select className="input medium" {...control} value={zone} onChange={({ target }) => onChange({ zone: target.value })}>
            {known.map((one) => (
              <option key={one} value={one}>
                {one.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        )}
      </Ask>
      <Ask id="calendar" label={text('settings.field.calendar')} help={text('settings.help.calendar')}>
        {(control) => (
          <select
            className="input medium"
            {...control}
            value={calendar}
            onChange={({ target }) => onChange({ calendar: baseCalendarIds.find((id) => id === target.value) ?? calendar })}
          >
            {baseCalendarIds.map((id) => (
              <option key={id} value={id}>
                {text(`calendars.base.${id}`)}
              </option>
            ))}
          </select>
        )}
      </Ask>
    </div>
  );
}
