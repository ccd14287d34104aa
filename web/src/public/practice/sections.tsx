import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { Markdown } from '../../shared/markdown/markdown.js';
import { useText } from '../../shared/texts/use-text.js';

/** In the order in which a reader asks. */
const sections = ['context', 'results', 'actions', 'weaknesses', 'lessons', 'replicability'] as const;
type SectionName = (typeof sections)[number];

function Section({ name, practice }: { name: SectionName; practice: PublishedPractice }) {
  const text = useText();
  const source = practice[name];
  const isUse = name === 'replicability' && practice.type !== 'good-practice';
  return (
    <section>
      <h2>{text(isUse ? 'practice.use' : `practice.section.${name}`)}</h2>
      {source === null ? (
        <div>
          <p className="missing">{text(`practice.missing.${name}`)}</p>
        </div>
      ) : (
        <div>
          <Markdown source={source} lang={practice.languages[name]} />
          {name === 'results' && practice.sources.length > 0 && (
            <p className="from-sources">
              <a href="#fuentes">{text('practice.fromSources', { count: practice.sources.length })}</a>
            </p>
          )}
        </div>
      )}
    </section>
  );
}

/** The article. Of a good practice every question is shown, answered or not; of another record, what it says. */
export function Sections({ practice }: { practice: PublishedPractice }) {
  const shown = practice.type === 'good-practice' ? sections : sections.filter((name) => practice[name] !== null);
  return shown.map((name) => <Section key={name} name={name} practice={practice} />);
}
