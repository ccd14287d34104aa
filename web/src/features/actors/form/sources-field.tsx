import { AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { emptySource, facts, type SourceValues } from '../api/actor-values.js';
import type { FieldProps } from './actor-form.js';
import { Items, type ItemProps } from './items.js';
import { LineField } from '../../../shared/forms/line-field.js';

function Item({ item, number, error, onPut }: ItemProps<SourceValues> & { error: string | undefined }) {
  const text = useText();
  const id = `source-${String(number - 1)}`;
  return (
    <>
      <div className="abreast">
        <LineField
          id={id}
          label={text('actors.form.sourceTitle', { number })}
          error={error}
          maxLength={400}
          value={item.title}
          onSay={(title) => onPut({ title })}
        />
        <LineField
          id={`${id}-url`}
          label={text('actors.form.sourceUrl')}
          optional
          type="url"
          maxLength={500}
          value={item.url}
          onSay={(url) => onPut({ url })}
        />
      </div>
      <fieldset className="ask">
        <legend>{text('actors.form.sourceTells', { number })}</legend>
        {facts.map((fact) => (
          <label className="option" key={fact}>
            <input
              type="checkbox"
              checked={item.tells.includes(fact)}
              onChange={({ target }) => onPut({ tells: facts.filter((one) => (one === fact ? target.checked : item.tells.includes(one))) })}
            />{' '}
            {text(`actors.fact.${fact}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** Where each fact is told. */
export function SourcesField({ values: { sources }, onChange, wrong }: FieldProps) {
  const text = useText();
  const said = { add: 'actors.form.sourceAdd', remove: 'actors.form.sourceRemove' };
  return (
    <AskGroup
      id="sources"
      legend={text('actors.form.sources')}
      help={text('actors.form.sourcesHelp')}
      error={wrong.get('sources')}
      optional
    >
      <Items id="sources" items={sources} empty={emptySource} said={said} onChange={(items) => onChange({ sources: items })}>
        {(item, index) => <Item {...item} error={wrong.get(`source-${String(index)}`)} />}
      </Items>
    </AskGroup>
  );
}
