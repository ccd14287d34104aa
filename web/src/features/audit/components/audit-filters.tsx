import type { Output } from '../../../shared/api/call.js';
import { WordSearch } from '../../../shared/filters/word-search.js';
import { useText } from '../../../shared/texts/use-text.js';
import { parts } from '../api/audit-values.js';
import { isFiltered, nothing, type AuditQuery } from '../api/audit-query.js';
import type { Names } from '../api/use-names.js';
import { kindInWords, nounInWords } from './what-happened.js';

type Actors = Output<'audit.actors.list'>;

interface Props {
  readonly query: AuditQuery;
  readonly change: (change: Partial<AuditQuery>) => void;
  /** Who acted and what happened here; none where the chain is of no network. */
  readonly actors: Actors;
  readonly names: Names;
  readonly said: string;
}

type Option = readonly [value: string, name: string];

function Day({ name, value, change }: { name: 'since' | 'until'; value: string; change: Props['change'] }) {
  const text = useText();
  return (
    <div>
      <label htmlFor={name}>{text(`auditLog.filter.${name}`)}</label>
      <input className="input" id={name} type="date" value={value} onChange={({ target }) => change({ [name]: target.value })} />
    </div>
  );
}

/** What is chosen stands among the choices, also where it is not one of them any more; where there is none, there is nothing to choose. */
function Choice({ id, label, any, value, options, onChoose }: ChoiceProps) {
  if (options.length === 0 && value === '') return null;
  const known = options.some(([one]) => one === value);
  const shown = known || value === '' ? options : [...options, [value, value.slice(-8)] as const];
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{any}</option>
        {shown.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly any: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
}

/** People and organisations by name, kinds of change by what they are called. */
function useOptions({ actors, names, query }: Pick<Props, 'actors' | 'names' | 'query'>) {
  const text = useText();
  const { compare } = new Intl.Collator(text.lang);
  const byName = (options: Option[]) => options.sort(([, one], [, other]) => compare(one, other));
  const called = (ids: readonly string[]) => byName(ids.flatMap((id): Option[] => (names.has(id) ? [[id, names.get(id) ?? '']] : [])));
  const acting = parts.filter((part) => actors.services.includes(part));
  const nouns = [...new Set(actors.kinds.map(({ noun }) => noun))];
  const verbs = actors.kinds.filter(({ noun }) => noun === query.noun);
  return {
    who: [...called(actors.people), ...acting.map((service): Option => [service, text('secretariat.audit.service', { service })])],
    organization: called(actors.organizations),
    noun: byName(nouns.map((noun): Option => [noun, nounInWords(noun, text)])),
    verb: byName(verbs.map((kind): Option => [kind.verb, kindInWords(kind, text)])),
  };
}

/** What kind of thing, and once that is said, what happened to it. */
function Kinds({ query, change, options }: Pick<Props, 'query' | 'change'> & { options: ReturnType<typeof useOptions> }) {
  const text = useText();
  const any = text('auditLog.filter.any');
  return (
    <>
      <Choice
        {...{ id: 'noun', label: text('auditLog.filter.about'), any, value: query.noun, options: options.noun }}
        onChoose={(noun) => change({ noun, verb: '' })}
      />
      {query.noun !== '' && (
        <Choice
          {...{ id: 'verb', label: text('auditLog.filter.what'), any, value: query.verb, options: options.verb }}
          onChoose={(verb) => change({ verb })}
        />
      )}
    </>
  );
}

/** Which entries are shown. */
export function AuditFilters(props: Props) {
  const text = useText();
  const { query, change, said } = props;
  const options = useOptions(props);
  const any = text('auditLog.filter.anyone');
  return (
    <div className="filters is-many">
      <WordSearch
        key={query.q}
        label={text('auditLog.filter.search')}
        press={text('auditLog.filter.press')}
        sought={query.q}
        onSeek={(q) => change({ q })}
      />
      <Day name="since" value={query.since} change={change} />
      <Day name="until" value={query.until} change={change} />
      <Choice
        {...{ id: 'who', label: text('auditLog.filter.who'), any, value: query.who, options: options.who }}
        onChoose={(who) => change({ who })}
      />
      <Choice
        {...{ id: 'for', label: text('auditLog.filter.for'), any, value: query.organization, options: options.organization }}
        onChoose={(organization) => change({ organization })}
      />
      <Kinds query={query} change={change} options={options} />
      {isFiltered(query) && (
        <button className="button second" type="button" onClick={() => change(nothing)}>
          {text('auditLog.filter.clear')}
        </button>
      )}
      <p className="downloads" role="status">
        {said}
      </p>
    </div>
  );
}
