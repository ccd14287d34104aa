import { useId, useRef, type SyntheticEvent } from 'react';
import { useText } from '../../../shared/texts/use-text.js';
import { useOpenPlace } from '../api/use-open-place.js';
import { FoundList } from './found-list.js';
import { useCombobox } from './use-combobox.js';
import { useShortcut } from './use-shortcut.js';

type Combobox = ReturnType<typeof useCombobox>;

interface PopupProps {
  readonly id: string;
  readonly box: Combobox;
  readonly optionId: (index: number) => string;
  readonly onChoose: (place: string) => void;
}

/** What is found, what did not answer, and the way to all of it. */
function Popup({ id, box, optionId, onChoose }: PopupProps) {
  const text = useText();
  const { shown, groups, hits, at, missing, failed, words } = box;
  const q = words.trim();
  return (
    <div className="found" hidden={!shown}>
      <FoundList id={id} groups={groups} active={at} optionId={optionId} onChoose={({ place }) => onChoose(place)} />
      {shown && failed && <p className="found-note">{text('searchBox.failed')}</p>}
      {shown && !failed && hits.length === 0 && <p className="found-note">{text('searchBox.none', { q })}</p>}
      {shown && missing > 0 && <p className="found-note">{text('searchBox.missing', { count: missing })}</p>}
      {shown && (
        <button className="link found-note" type="submit" tabIndex={-1} onMouseDown={(event) => event.preventDefault()}>
          {text('searchBox.all', { q })}
        </button>
      )}
    </div>
  );
}

/**
 * One field for all that a member may look for: an editable combobox whose list shows by kind what is found (WAI-ARIA Authoring Practices,
 * combobox with listbox popup). Intro opens the option at hand, or the page of everything.
 */
export function SearchBox() {
  const text = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const openPlace = useOpenPlace();
  const box = useCombobox();
  const { shown, hits, at } = box;
  const optionId = (index: number) => `${id}-option-${String(index)}`;
  useShortcut(field);
  const leave = (place: string) => {
    box.empty();
    field.current?.blur();
    openPlace(place);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (box.chosen) leave(box.chosen.place);
    else if (box.meant !== null) leave(`buscar?q=${encodeURIComponent(box.meant)}`);
  };
  const combobox = {
    role: 'combobox',
    'aria-keyshortcuts': 'Control+K Meta+K',
    'aria-autocomplete': 'list',
    'aria-expanded': shown && hits.length > 0,
    'aria-controls': `${id}-list`,
    'aria-activedescendant': box.chosen && optionId(at),
  } as const;
  return (
    <form className="search-box" role="search" aria-label={text('searchBox.label')} onSubmit={submit}>
      <label className="sr" htmlFor={id}>
        {text('searchBox.label')}
      </label>
      <input
        {...{ ref: field, id, className: 'input', type: 'search', autoComplete: 'off', maxLength: 100, ...combobox }}
        placeholder={text('searchBox.hint')}
        title={text('searchBox.key')}
        value={box.words}
        onChange={({ target }) => box.write(target.value)}
        onFocus={() => box.setOpen(true)}
        onBlur={() => box.setOpen(false)}
        onKeyDown={box.press}
      />
      <p className="sr" role="status">
        {shown && !box.failed ? text('searchBox.said', { count: hits.length }) : ''}
      </p>
      <Popup id={`${id}-list`} box={box} optionId={optionId} onChoose={leave} />
    </form>
  );
}
