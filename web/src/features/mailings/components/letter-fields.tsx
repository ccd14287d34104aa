import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { languages, type Draft } from '../api/draft.js';

interface Props {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly errors: Readonly<Record<string, string | undefined>>;
}

const [longestSubject, longestBody, longestReason] = [150, 10_000, 300];

/** Subject and message in one language; what is wrong is said at the first. */
function InLanguage({ lang, draft, change, errors }: Props & { lang: (typeof languages)[number] }) {
  const text = useText();
  const isFirst = lang === languages[0];
  const idOf = (name: string) => (isFirst ? name : `${name}-${lang}`);
  return (
    <fieldset className="ask" lang={text.lang}>
      <legend>{text(isFirst ? 'mailings.write.inSpanish' : 'mailings.write.inEnglish')}</legend>
      <Ask id={idOf('subject')} label={text('mailings.write.subject')} error={isFirst ? errors.subject : undefined} optional={!isFirst}>
        {(control) => (
          <input
            className="input"
            {...control}
            lang={lang}
            maxLength={longestSubject}
            value={draft.subject[lang]}
            onChange={({ target }) => change({ subject: { ...draft.subject, [lang]: target.value } })}
          />
        )}
      </Ask>
      <Ask
        id={idOf('body')}
        label={text('mailings.write.body')}
        help={text('mailings.write.bodyHelp')}
        error={isFirst ? errors.body : undefined}
        optional={!isFirst}
        count={{ used: draft.body[lang].length, limit: longestBody }}
      >
        {(control) => (
          <textarea
            className="input"
            {...control}
            lang={lang}
            rows={9}
            value={draft.body[lang]}
            onChange={({ target }) => change({ body: { ...draft.body, [lang]: target.value } })}
          />
        )}
      </Ask>
    </fieldset>
  );
}

/** What is said, in each language, and whether it goes to everybody whatever they chose. */
export function LetterFields(props: Props) {
  const text = useText();
  const { draft, change, errors } = props;
  return (
    <>
      <p className="help">{text('mailings.write.languageHelp')}</p>
      {languages.map((lang) => (
        <InLanguage key={lang} lang={lang} {...props} />
      ))}
      <AskGroup id="always" legend={text('mailings.write.everybody')} help={text('mailings.write.summonsHelp')}>
        <label className="option">
          <input type="checkbox" checked={draft.always} onChange={({ target }) => change({ always: target.checked })} />{' '}
          {text('mailings.write.summons')}
        </label>
      </AskGroup>
      {draft.always && (
        <Ask id="reason" label={text('mailings.write.reason')} error={errors.reason}>
          {(control) => (
            <input
              className="input"
              {...control}
              maxLength={longestReason}
              value={draft.reason}
              onChange={({ target }) => change({ reason: target.value })}
            />
          )}
        </Ask>
      )}
    </>
  );
}
