import { languageName } from '../../../shared/format/names.js';
import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { emptyCategory, mostCategories, type CategoryValues } from '../api/network-values.js';
import type { FieldProps } from './field-props.js';

interface ItemProps {
  readonly category: CategoryValues;
  readonly index: number;
  readonly languages: FieldProps['values']['languages'];
  readonly wrong: FieldProps['wrong'];
  readonly onPut: (change: Partial<CategoryValues>) => void;
  readonly onRemove: () => void;
}

/** Of one that is there: whether it is still given, and who holds it. A new one may be left out again. */
function Standing({ category: { code, ended, held }, index, onPut, onRemove }: ItemProps) {
  const text = useText();
  const number = index + 1;
  if (code === '')
    return (
      <button className="link" type="button" onClick={onRemove}>
        {text('settings.categories.remove', { number })}
      </button>
    );
  return (
    <>
      <label className="option">
        <input type="checkbox" checked={ended} onChange={({ target }) => onPut({ ended: target.checked })} />{' '}
        {text('settings.categories.ended', { number })}
      </label>
      {held > 0 && <p className="quiet-text">{text('settings.categories.held', { count: held })}</p>}
    </>
  );
}

function Item(props: ItemProps) {
  const { category, index, languages, wrong, onPut } = props;
  const text = useText();
  return (
    <li>
      <div className="abreast">
        {languages.map((lang, at) => {
          const id = `category-${String(index)}-${lang}`;
          const label = text('settings.categories.name', { number: index + 1, language: languageName(text.lang, lang) });
          return (
            <Ask key={lang} id={id} label={label} error={wrong.get(id)} optional={at > 0}>
              {(control) => (
                <input
                  className="input"
                  lang={lang}
                  maxLength={60}
                  {...control}
                  value={category.label[lang]}
                  onChange={({ target }) => onPut({ label: { ...category.label, [lang]: target.value } })}
                />
              )}
            </Ask>
          );
        })}
      </div>
      <Standing {...props} />
    </li>
  );
}

/** How organisations can take part. One that is there ends, it does not go: who held it has it in their history. */
export function CategoryFields({ values: { categories, languages }, onChange, wrong }: FieldProps) {
  const text = useText();
  const put = (index: number, change: Partial<CategoryValues>) =>
    onChange({ categories: categories.map((category, at) => (at === index ? { ...category, ...change } : category)) });
  const remove = (index: number) => {
    onChange({ categories: categories.filter((_, at) => at !== index) });
    document.getElementById('categories')?.focus();
  };
  return (
    <AskGroup
      id="categories"
      legend={text('settings.field.categories')}
      help={text('settings.help.categories')}
      error={wrong.get('categories')}
    >
      <ol className="link-list">
        {categories.map((category, index) => (
          <Item
            key={category.code === '' ? `new ${String(index)}` : category.code}
            {...{ category, index, languages, wrong }}
            onPut={(change) => put(index, change)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {categories.filter(({ ended }) => !ended).length < mostCategories && (
        <button className="button second" type="button" onClick={() => onChange({ categories: [...categories, emptyCategory] })}>
          {text('settings.categories.add')}
        </button>
      )}
    </AskGroup>
  );
}
