import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { useText } from '../../shared/texts/use-text.js';
import { notFoundPage } from '../not-found/not-found-page.js';
import { isMissing, type NetworkVisit, type Page } from '../visit.js';
import { BackLink } from './back-link.js';
import { Citation } from './citation.js';
import { FactsPanel } from './facts-panel.js';
import { LanguageNotice } from './language-notice.js';
import { practiceData } from './practice-data.js';
import { PracticeHead } from './practice-head.js';
import { Sections } from './sections.js';
import { Sources } from './sources.js';

export interface PracticeProps {
  readonly practice: PublishedPractice;
  readonly visit: NetworkVisit;
}

function Practice({ practice, visit }: PracticeProps) {
  const text = useText();
  const facts = practice.type === 'good-practice' ? 'practice.facts' : 'practice.otherFacts';
  return (
    <>
      <BackLink visit={visit} />
      <PracticeHead practice={practice} />
      <div className="reading">
        <article className="article">
          <LanguageNotice practice={practice} visit={visit} />
          <Sections practice={practice} />
          <Sources practice={practice} />
          <Citation practice={practice} visit={visit} />
        </article>
        <aside className="panel" aria-label={text(facts)}>
          <h2>{text(facts)}</h2>
          <FactsPanel practice={practice} visit={visit} />
        </aside>
      </div>
    </>
  );
}

const longestDescription = 300;

/** The summary's first sentences, as many as a result list shows. */
function shortened(summary: string): string {
  if (summary.length <= longestDescription) return summary;
  const cut = summary.slice(0, longestDescription);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}

/** `/{network}/practicas/{slug}`: a practice as a short article with its facts. */
export async function practicePage(visit: NetworkVisit, slug: string): Promise<Page> {
  const practice = await visit.ask('repository.practices.get', { slug }).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (practice === null) return notFoundPage(visit, visit, 'practice');
  return {
    status: 200,
    title: practice.title,
    description: shortened(practice.summary),
    indexed: true,
    kind: 'article',
    section: 'practices',
    data: practiceData(practice, visit),
    main: <Practice practice={practice} visit={visit} />,
  };
}
