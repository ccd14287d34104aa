import type { KeptStatementPage } from '@alianza/contracts/membership/settings/statements';
import { useState, type SyntheticEvent } from 'react';
import { isProblem } from '../../../shared/api/problem.js';
import { dateInWords } from '../../../shared/format/dates.js';
import { languageName } from '../../../shared/format/names.js';
import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { Markdown } from '../../../shared/markdown/markdown.js';
import { Failure } from '../../../shared/page/failure.js';
import { State } from '../../../shared/parts/state.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { contentOf, longestStatement, writtenIn, type StatementValues } from '../api/statement-values.js';

interface Props {
  readonly kept: KeptStatementPage;
  /** The version that was published here last. */
  readonly published: number | null;
  readonly onPublished: (version: number) => void;
  readonly onReadAgain: () => void;
}

function useStatement({ kept, onPublished }: Props) {
  const { languages } = useNetwork();
  const own = languages[0] ?? 'es';
  const [values, setValues] = useState<StatementValues>(() => writtenIn(kept.content));
  const [tried, setTried] = useState(false);
  const publish = useWrite('membership.statements.publish');
  const missing = values.own && values.text[own].trim() === '';
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing) return document.getElementById(`statement-${own}`)?.focus();
    const input = { page: kept.page, content: contentOf(values, own, kept.content) };
    publish.mutate({ input, version: kept.version }, { onSuccess: ({ version }) => onPublished(version) });
  };
  return { values, setValues, languages, own, wrong: tried && missing, send, busy: publish.isPending, error: publish.error };
}

type Form = ReturnType<typeof useStatement>;

/** Its words in each language of the network, and how they will be read. */
function Words({ form: { values, setValues, languages, own, wrong } }: { form: Form }) {
  const text = useText();
  return languages.map((lang) => (
    <div key={lang} className="form">
      <Ask
        id={`statement-${lang}`}
        label={text('settings.statements.words', { language: languageName(text.lang, lang) })}
        help={lang === own ? text('settings.statements.wordsHelp') : undefined}
        error={wrong && lang === own ? text('settings.statements.missing') : undefined}
        optional={lang !== own}
        count={{ used: values.text[lang].length, limit: longestStatement }}
      >
        {(control) => (
          <textarea
            className="input"
            lang={lang}
            rows={14}
            maxLength={longestStatement}
            {...control}
            value={values.text[lang]}
            onChange={({ target }) => setValues({ ...values, text: { ...values.text, [lang]: target.value } })}
          />
        )}
      </Ask>
      {values.text[lang].trim() !== '' && (
        <details>
          <summary>{text('settings.statements.preview')}</summary>
          <Markdown source={values.text[lang]} lang={lang} />
        </details>
      )}
    </div>
  ));
}

/** Versions of before, each with its date. */
function Earlier({ kept: { earlier } }: Pick<Props, 'kept'>) {
  const text = useText();
  const { zone } = useNetwork();
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary>{text('settings.statements.earlier', { count: earlier.length })}</summary>
      <ol className="history-list">
        {earlier.map(({ version, publishedAt, own }) => (
          <li key={version}>
            <time dateTime={publishedAt}>{dateInWords(text.lang, publishedAt, zone)}</time>
            <p>{text(own ? 'settings.statements.was' : 'settings.statements.wasProduct', { version })}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** One page of law: whose words it is in, and which. */
export function StatementForm(props: Props) {
  const { kept, published, onReadAgain } = props;
  const text = useText();
  const { zone } = useNetwork();
  const form = useStatement(props);
  const { values, setValues, send, busy, error } = form;
  const date = dateInWords(text.lang, kept.publishedAt, zone);
  return (
    <form className="form" noValidate onSubmit={send}>
      <p>{text('settings.statements.inForce', { version: kept.version, date })}</p>
      <AskGroup id="whose" legend={text('settings.statements.whose')} help={text(`settings.statements.help.${kept.page}`)}>
        {([false, true] as const).map((own) => (
          <label className="option" key={String(own)}>
            <input type="radio" name="whose" checked={values.own === own} onChange={() => setValues({ ...values, own })} />{' '}
            {text(own ? 'settings.statements.own' : 'settings.statements.product')}
          </label>
        ))}
      </AskGroup>
      {values.own && <Words form={form} />}
      {error && <Failure error={error} title={text('settings.statements.failed')} />}
      {isProblem(error, 'version-stale') && (
        <button className="button second" type="button" onClick={onReadAgain}>
          {text('settings.readAgain')}
        </button>
      )}
      <p role="status">{published === kept.version && !error && <State kind="done">{text('settings.statements.published')}</State>}</p>
      <div className="buttons">
        <button className="button" type="submit" disabled={busy}>
          {text('settings.statements.publish')}
        </button>
      </div>
      <Earlier kept={kept} />
    </form>
  );
}
