import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { mostLinks } from '../api/profile-values.js';
import type { FieldProps } from './profile-form.js';

type Link = FieldProps['values']['links'][number];

interface ItemProps {
  readonly link: Link;
  readonly index: number;
  readonly error: string | undefined;
  readonly onPut: (change: Partial<Link>) => void;
  readonly onRemove: () => void;
}

/** A link: what it is called and where it leads. */
function Item({ link, index, error, onPut, onRemove }: ItemProps) {
  const text = useText();
  const number = index + 1;
  const id = (part: string) => `link-${String(index)}-${part}`;
  return (
    <li>
      <div className="abreast">
        <Ask id={id('title')} label={text('members.own.linkTitle', { number })}>
          {(control) => (
            <input
              className="input"
              maxLength={120}
              {...control}
              value={link.title}
              onChange={({ target }) => onPut({ title: target.value })}
            />
          )}
        </Ask>
        <Ask id={id('url')} label={text('members.own.linkUrl', { number })} error={error}>
          {(control) => (
            <input
              className="input"
              type="url"
              maxLength={500}
              {...control}
              value={link.url}
              onChange={({ target }) => onPut({ url: target.value })}
            />
          )}
        </Ask>
      </div>
      <button className="link" type="button" onClick={onRemove}>
        {text('members.own.linkRemove', { number })}
      </button>
    </li>
  );
}

/** Other places where it is found: each with a name and an address. */
export function LinksField({ values: { links }, onChange, wrong }: FieldProps) {
  const text = useText();
  const put = (index: number, change: Partial<Link>) =>
    onChange({ links: links.map((link, at) => (at === index ? { ...link, ...change } : link)) });
  const remove = (index: number) => {
    onChange({ links: links.filter((_, at) => at !== index) });
    document.getElementById('links')?.focus();
  };
  return (
    <AskGroup id="links" legend={text('members.own.links')} help={text('members.own.linksHelp')} optional>
      <ol className="link-list">
        {links.map((link, index) => (
          <Item
            key={index}
            link={link}
            index={index}
            error={wrong.get(`link-${String(index)}-url`)}
            onPut={(change) => put(index, change)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {links.length < mostLinks && (
        <button className="button second" type="button" onClick={() => onChange({ links: [...links, { title: '', url: '' }] })}>
          {text('members.own.linkAdd')}
        </button>
      )}
    </AskGroup>
  );
}
