import { useText } from '../../shared/texts/use-text.js';
import type { PracticeProps } from '../practice/practice-page.js';
import { HelpLink } from '../statements/help-link.js';
import { apa } from './apa.js';
import { referenceOf, versionPath, type Cited } from './reference.js';
import { citationAddress, citationStyles } from './styles.js';

function Copy() {
  const text = useText();
  return (
    <span className="as-is" hidden data-needs-script>
      <button
        className="button second"
        type="button"
        data-copy="cita"
        data-copied={text('practice.copied')}
        data-failed={text('practice.notCopied')}
      >
        {text('practice.copy')}
      </button>{' '}
      <span role="status" className="saved" />
    </span>
  );
}

/** How to cite the record, or one version of it: to be copied as it stands, or taken along as a file. */
export function Citation({ practice, visit, cited = 'record' }: PracticeProps & { readonly cited?: Cited }) {
  const text = useText();
  const record = visit.addressOf(cited === 'version' ? versionPath(practice) : `practicas/${practice.slug}`);
  const [before = '', ...after] = apa(referenceOf(practice, visit, cited), text).split(practice.title);
  return (
    <section>
      <h2 id="citar">{text('practice.section.cite')}</h2>
      <div>
        <p className="from-sources">{text('practice.style')}</p>
        <p className="cite" id="cita">
          {before}
          <cite lang={practice.languages.title}>{practice.title}</cite>
          {after.join(practice.title)}
        </p>
        <p className="buttons">
          <Copy />
          {citationStyles
            .filter(({ extension }) => extension !== null)
            .map((style) => (
              <a key={style.code} className="button second" href={citationAddress(record, style)} download>
                {style.label}
              </a>
            ))}
        </p>
        <p className="from-sources">
          <HelpLink about="cite" visit={visit} />
        </p>
      </div>
    </section>
  );
}
