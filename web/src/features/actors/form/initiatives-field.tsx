import { AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { emptyInitiative, type InitiativeValues } from '../api/actor-values.js';
import type { FieldProps } from './actor-form.js';
import { Items, type ItemProps } from './items.js';
import { LineField } from '../../../shared/forms/line-field.js';

function Item({ item, number, error, onPut }: ItemProps<InitiativeValues> & { error: string | undefined }) {
  const text = useText();
  const id = `initiative-${String(number - 1)}`;
  return (
    <>
      <LineField
        id={id}
        label={text('actors.form.initiativeTitle', { number })}
        error={error}
        maxLength={200}
        value={item.title}
        onSay={(title) => onPut({ title })}
      />
      <div className="abreast">
        <LineField
          id={`${id}-year`}
          label={text('actors.form.initiativeYear')}
          optional
          inputMode="numeric"
          maxLength={4}
          value={item.year}
          onSay={(year) => onPut({ year })}
        />
        <LineField
          id={`${id}-url`}
          label={text('actors.form.initiativeUrl')}
          optional
          type="url"
          maxLength={500}
          value={item.url}
          onSay={(url) => onPut({ url })}
        />
      </div>
      <LineField
        id={`${id}-source`}
        label={text('actors.form.initiativeSource')}
        optional
        maxLength={300}
        value={item.source}
        onSay={(source) => onPut({ source })}
      />
    </>
  );
}

/** Programmes, laws, studies or campaigns that it takes part in. */
export function InitiativesField({ values: { initiatives }, onChange, wrong }: FieldProps) {
  const text = useText();
  const said = { add: 'actors.form.initiativeAdd', remove: 'actors.form.initiativeRemove' };
  return (
    <AskGroup id="initiatives" legend={text('actors.form.initiatives')} help={text('actors.form.initiativesHelp')} optional>
      <Items
        id="initiatives"
        items={initiatives}
        empty={emptyInitiative}
        said={said}
        onChange={(items) => onChange({ initiatives: items })}
      >
        {(item, index) => <Item {...item} error={wrong.get(`initiative-${String(index)}`)} />}
      </Items>
    </AskGroup>
  );
}
