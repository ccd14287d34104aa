import { Ask } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { ConceptValues } from '../api/concept-values.js';
import { SynonymsField } from './synonyms-field.js';

interface Props {
  readonly values: ConceptValues;
  readonly onChange: (values: ConceptValues) => void;
  /** What is wrong, by the id of its control. */
  readonly wrong: ReadonlyMap<string, string>;
  /** The five Rs have no period. */
  readonly withPeriod: boolean;
}

const languages = ['es', 'en'] as const;
const longest = 120;

function Period({ values, onChange, wrong }: Props) {
  const text = useText();
  return (
    <div className="abreast">
      {(['from', 'until'] as const).map((end) => (
        <Ask key={end} id={end} label={text(`concepts.period.${end}`)} error={wrong.get(end)} optional>
          {(control) => (
            <input
              className="input"
              type="date"
              {...control}
              value={values[end]}
              onChange={(event) => onChange({ ...values, [end]: event.target.value })}
            />
          )}
        </Ask>
      ))}
    </div>
  );
}

/** What a concept is called, both languages beside each other, its other words, and when it is offered. */
export function ConceptFields(props: Props) {
  const { values, onChange, wrong, withPeriod } = props;
  const { labels, synonyms, typed } = values;
  const text = useText();
  return (
    <>
      <div className="abreast">
        {languages.map((lang) => (
          <Ask key={lang} id={`label-${lang}`} label={text(`concepts.label.${lang}`)} error={wrong.get(`label-${lang}`)}>
            {(control) => (
              <input
                className="input"
                {...control}
                lang={lang}
                maxLength={longest}
                value={labels[lang]}
                onChange={(event) => onChange({ ...values, labels: { ...labels, [lang]: event.target.value } })}
              />
            )}
          </Ask>
        ))}
      </div>
      <div className="abreast">
        {languages.map((lang) => (
          <SynonymsField
            key={lang}
            lang={lang}
            words={synonyms[lang]}
            word={typed[lang]}
            onType={(word) => onChange({ ...values, typed: { ...typed, [lang]: word } })}
            onChange={(words, word) => onChange({ ...values, synonyms: { ...synonyms, [lang]: words }, typed: { ...typed, [lang]: word } })}
          />
        ))}
      </div>
      {withPeriod && <Period {...props} />}
    </>
  );
}
