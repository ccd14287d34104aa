import { languageName } from '../../../shared/format/names.js';
import { Ask } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { longest, textNames, type TextName } from '../api/network-values.js';
import type { FieldProps } from './field-props.js';

const isLong = (name: TextName) => longest[name] > 200;

/** One text in one language; the network's own comes first and is asked for, the other may be left out. */
function InLanguage({ name, lang, values, onChange, wrong }: FieldProps & { name: TextName; lang: 'es' | 'en' }) {
  const text = useText();
  const own = values.languages[0] === lang;
  const id = `${name}-${lang}`;
  const label = text(`settings.field.${name}`);
  const put = (said: string) => onChange({ texts: { ...values.texts, [name]: { ...values.texts[name], [lang]: said } } });
  const several = values.languages.length > 1;
  return (
    <Ask
      id={id}
      label={several ? text('settings.inLanguage', { label, language: languageName(text.lang, lang) }) : label}
      help={own ? text(`settings.help.${name}`) : undefined}
      error={wrong.get(id)}
      optional={!own}
    >
      {(control) => {
        const shared = { className: 'input', lang, maxLength: longest[name], ...control, value: values.texts[name][lang] };
        if (isLong(name)) return <textarea {...shared} onChange={({ target }) => put(target.value)} />;
        return <input {...shared} onChange={({ target }) => put(target.value)} />;
      }}
    </Ask>
  );
}

/** What a network is called and says of itself, in each of its languages. */
export function TextFields(props: FieldProps) {
  const { values, onChange, wrong } = props;
  const text = useText();
  return (
    <>
      {textNames.map((name) => (
        <div key={name} className={isLong(name) ? 'form' : 'abreast is-level'}>
          {values.languages.map((lang) => (
            <InLanguage key={lang} name={name} lang={lang} {...props} />
          ))}
        </div>
      ))}
      <Ask id="acronym" label={text('settings.field.acronym')} error={wrong.get('acronym')}>
        {(control) => (
          <input
            className="input medium"
            maxLength={20}
            {...control}
            value={values.acronym}
            onChange={({ target }) => onChange({ acronym: target.value })}
          />
        )}
      </Ask>
    </>
  );
}
