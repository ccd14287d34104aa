import type { PortalLanguage } from '@alianza/contracts/shapes';
import { sectors } from '@alianza/contracts/taxonomy';
import { Ask } from '../../../shared/forms/ask.js';
import { countriesIn } from '../../../shared/forms/countries.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { ActorValues } from '../api/actor-values.js';
import type { FieldProps } from './actor-form.js';
import { LineField } from '../../../shared/forms/line-field.js';

export const languages = ['es', 'en'] as const satisfies readonly PortalLanguage[];

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}

export function ChoiceField({ id, label, value, options, onChoose }: ChoiceProps) {
  return (
    <Ask id={id} label={label}>
      {(control) => (
        <select className="input medium" {...control} value={value} onChange={(event) => onChoose(event.target.value)}>
          {options.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Ask>
  );
}

function NameFields({ values: { original, before, name, acronym, wasCalled }, onChange, wrong }: FieldProps) {
  const text = useText();
  const named = { es: text('actors.form.nameEs'), en: text('actors.form.nameEn') };
  const isRenamed = before.name !== null && languages.some((lang) => name[lang].trim() !== (before.name?.[lang] ?? ''));
  return (
    <>
      {languages.map((lang) => (
        <LineField
          key={lang}
          id={`name-${lang}`}
          label={named[lang]}
          optional={lang !== original}
          error={wrong.get(`name-${lang}`)}
          lang={lang}
          maxLength={250}
          value={name[lang]}
          onSay={(said) => onChange({ name: { ...name, [lang]: said } })}
        />
      ))}
      <LineField
        id="acronym"
        label={text('actors.form.acronym')}
        optional
        maxLength={30}
        value={acronym}
        onSay={(said) => onChange({ acronym: said })}
      />
      {isRenamed && (
        <label className="option">
          <input type="checkbox" checked={wasCalled} onChange={({ target }) => onChange({ wasCalled: target.checked })} />{' '}
          {text('actors.form.wasCalled')}
        </label>
      )}
    </>
  );
}

/** What it is called, what it is and where. */
export function IdentityFields(props: FieldProps) {
  const { values, onChange, wrong } = props;
  const text = useText();
  const { original, sector, country, website } = values;
  const countries = countriesIn(text.lang).map((one) => [one.code, one.name] as const);
  return (
    <>
      <ChoiceField
        id="original"
        label={text('actors.form.original')}
        value={original}
        options={languages.map((lang) => [lang, text(`actors.form.language.${lang}`)])}
        onChoose={(lang) => onChange({ original: lang as PortalLanguage })}
      />
      <NameFields {...props} />
      <ChoiceField
        id="sector"
        label={text('actors.form.sector')}
        value={sector}
        options={sectors.map((code) => [code, text(`taxonomy.sector.${code}`)])}
        onChoose={(code) => onChange({ sector: code as ActorValues['sector'] })}
      />
      <ChoiceField
        id="country"
        label={text('actors.form.country')}
        value={country}
        options={[['', text('members.own.countryNone')], ...countries]}
        onChoose={(code) => onChange({ country: code })}
      />
      <LineField
        id="website"
        label={text('actors.form.website')}
        help={text('actors.form.websiteHelp')}
        optional
        error={wrong.get('website')}
        type="url"
        maxLength={500}
        value={website}
        onSay={(said) => onChange({ website: said })}
      />
    </>
  );
}
