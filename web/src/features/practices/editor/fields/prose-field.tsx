import type { PortalLanguage } from '@alianza/contracts/shapes';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useFormContext } from 'react-hook-form';
import { Ask, Count, type ControlProps } from '../../../../shared/forms/ask.js';
import { fieldLabels, type ProseField as Field } from '../../../../shared/practice/practice-fields.js';
import { useText } from '../../../../shared/texts/use-text.js';
import { longest, type PracticeValues } from '../../api/practice-values.js';
import { useWrong } from '../editor-context.js';
import { FieldNotes } from './field-notes.js';
import { fieldHelp, wrongInWords } from './field-words.js';
import { MarkButtons } from './mark-buttons.js';

interface Side {
  readonly field: Field;
  readonly lang: PortalLanguage;
  readonly control: ControlProps;
}

function Written({ field, lang, control }: Side) {
  const { register, watch } = useFormContext<PracticeValues>();
  const name = `prose.${field}.${lang}` as const;
  const used = watch(name).length;
  const props = { ...control, ...register(name), lang, className: 'input' };
  return (
    <>
      {field === 'title' ? <input {...props} /> : <textarea {...props} />}
      <Count used={used} limit={longest[field]} />
    </>
  );
}

/** A text in both languages: the original first, its translation behind the other tab. */
export function ProseField({ field }: { field: Field }) {
  const text = useText();
  const { watch } = useFormContext<PracticeValues>();
  const wrong = useWrong(field);
  const original = watch('original');
  const label = text(fieldLabels[field]);
  const sides: PortalLanguage[] = original === 'es' ? ['es', 'en'] : ['en', 'es'];
  const help = fieldHelp[field];
  return (
    <Ask
      id={field}
      label={label}
      help={help && text(help)}
      error={wrong && wrongInWords(text, field, wrong)}
      note={<FieldNotes field={field} />}
    >
      {(control) => (
        <Tabs className="sides" key={original}>
          <TabList aria-label={text('practiceForm.side.name', { field: label })}>
            {sides.map((lang) => (
              <Tab key={lang} id={lang} className="side">
                {text(`frame.language.${lang}`)}{' '}
                <small>
                  {lang === original
                    ? text('practiceForm.side.original')
                    : watch(`prose.${field}.${lang}`) === '' && text('practiceForm.side.empty')}
                </small>
              </Tab>
            ))}
          </TabList>
          {sides.map((lang) => (
            <TabPanel key={lang} id={lang}>
              {field !== 'title' && field !== 'summary' && <MarkButtons fieldId={field} name={label} />}
              <Written field={field} lang={lang} control={control} />
            </TabPanel>
          ))}
        </Tabs>
      )}
    </Ask>
  );
}
