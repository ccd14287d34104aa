import { arms, FiveRs } from '../../shared/mark/five-rs.js';
import { useText } from '../../shared/texts/use-text.js';
import { writeSearch } from '../results/search-query.js';

interface Props {
  readonly counts: readonly { readonly value: string; readonly count: number }[];
  readonly practicesHref: string;
}

/** What the five Rs mean, and how many records touch each. */
export function FiveRsList({ counts, practicesHref }: Props) {
  const text = useText();
  const countOf = (arm: string) => counts.find(({ value }) => value === arm)?.count ?? 0;
  return (
    <section aria-labelledby="cinco">
      <h2 id="cinco">{text('home.fiveRs')}</h2>
      <p className="quiet-text">{text('home.fiveRsNote')}</p>
      <ul className="rs">
        {arms.map((arm) => (
          <li key={arm}>
            <FiveRs touched={[arm]} />
            <div>
              <a href={practicesHref + writeSearch({ fiveR: [arm] })}>{text(`taxonomy.fiveR.${arm}`)}</a>
              <p>{text(`taxonomy.fiveRMeaning.${arm}`)}</p>
            </div>
            <span className="n">
              {countOf(arm)}
              <span className="sr"> {text('home.recordsWord', { count: countOf(arm) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
