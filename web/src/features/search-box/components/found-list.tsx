import { numberIn } from '../../../shared/format/numbers.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { Group, Hit } from '../api/use-found.js';

interface Props {
  readonly id: string;
  readonly groups: readonly Group[];
  /** Which option the keys are at: its place among all. */
  readonly active: number;
  readonly optionId: (index: number) => string;
  readonly onChoose: (hit: Hit) => void;
}

/** What is found while somebody types, by kind; the field keeps the focus. */
export function FoundList({ id, groups, active, optionId, onChoose }: Props) {
  const text = useText();
  const before = (group: Group) => groups.slice(0, groups.indexOf(group)).reduce((sum, { items }) => sum + items.length, 0);
  return (
    <div id={id} role="listbox" aria-label={text('searchBox.label')}>
      {groups.map((group) => (
        <div key={group.kind} role="group" aria-labelledby={`${id}-${group.kind}`}>
          <p id={`${id}-${group.kind}`} role="presentation" className="found-kind">
            {text(`searchBox.kind.${group.kind}`)} <span className="n">{numberIn(text.lang, group.total)}</span>
          </p>
          {group.items.map((hit, index) => {
            const at = before(group) + index;
            return (
              <div
                key={hit.id}
                id={optionId(at)}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                className="found-hit"
                onMouseDown={(event) => event.preventDefault()}
                onMouseUp={() => onChoose(hit)}
              >
                <b lang={hit.lang ?? undefined}>{hit.title}</b>
                {hit.excerpt !== null && <small>{hit.excerpt}</small>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
