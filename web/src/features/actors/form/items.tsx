import type { ReactNode } from 'react';
import { useText } from '../../../shared/texts/use-text.js';
import { most } from '../api/actor-values.js';

export interface ItemProps<T> {
  readonly item: T;
  /** In the list, from one. */
  readonly number: number;
  readonly onPut: (change: Partial<T>) => void;
}

interface Props<T> {
  /** Of the group around it, which takes the focus of what was removed. */
  readonly id: string;
  readonly items: readonly T[];
  readonly empty: T;
  readonly onChange: (items: T[]) => void;
  readonly said: Readonly<Record<'add' | 'remove', string>>;
  readonly children: (item: ItemProps<T>, index: number) => ReactNode;
}

/** Several of one kind, each changed and removed where it stands. */
export function Items<T>({ id, items, empty, onChange, said, children }: Props<T>) {
  const text = useText();
  const put = (index: number, change: Partial<T>) => onChange(items.map((item, at) => (at === index ? { ...item, ...change } : item)));
  const remove = (index: number) => {
    onChange(items.filter((_, at) => at !== index));
    document.getElementById(id)?.focus();
  };
  return (
    <>
      <ol className="link-list">
        {items.map((item, index) => (
          <li key={index}>
            {children({ item, number: index + 1, onPut: (change) => put(index, change) }, index)}
            <button className="link" type="button" onClick={() => remove(index)}>
              {text(said.remove, { number: index + 1 })}
            </button>
          </li>
        ))}
      </ol>
      {items.length < most && (
        <button className="button second" type="button" onClick={() => onChange([...items, empty])}>
          {text(said.add)}
        </button>
      )}
    </>
  );
}
