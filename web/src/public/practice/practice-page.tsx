import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import type { RelatedPractice } from '@alianza/contracts/repository/publication/related';
import { useText } from '../../shared/texts/use-text.js';
import { citationDocument } from '../citations/citation-document.js';
import { Citation } from '../citations/citation.js';
import { styleFor } from '../citations/styles.js';
import { dataDocument } from '../machines/data-document.js';
import { InquiryLinks } from '../inquiries/inquiry-page.js';
import { sharedPictureOf } from '../machines/record-media.js';
import { practiceData } from '../machines/practice-data.js';
import { signposting } from '../machines/signposting.js';
import { notFoundPage } from '../not-found/not-found-page.js';
import { namedOrganizations, type AddressByName } from '../organization/named-organizations.js';
import { isMissing, type Document, type NetworkVisit, type Page } from '../visit.js';
import { recordUse, type RecordUse } from '../replications/record-use.js';
import { Replications } from '../replications/replications.js';
import { UseFacts } from '../replications/use-facts.js';
import { Attachments } from '../files/attachments.js';
import { BackLink } from './back-link.js';
import { FactsPanel } from './facts-panel.js';
import { LanguageNotice } from './language-notice.js';
import { LeadPicture, MorePictures } from '../files/pictures.js';
import { PracticeHead } from './practice-head.js';
import { Related } from './related.js';
import { Sections } from './sections.js';
import { Sources } from './sources.js';

export interface PracticeProps {
  readonly practice: PublishedPractice;
  readonly visit: NetworkVisit;
}

interface Props extends PracticeProps {
  readonly related: readonly RelatedPractice[];
  readonly use: RecordUse;
  readonly addresses: AddressByName;
}

function Practice({ practice, visit, related, use, addresses }: Props) {
  const text = useText();
  const facts = practice.type === 'good-practice' ? 'practice.facts' : 'practice.otherFacts';
  return (
    <>
      <BackLink visit={visit} />
      <PracticeHead practice={practice} />
      <div className="reading">
        <article className="article">
          <LanguageNotice practice={practice} visit={visit} />
          <LeadPicture practice={practice} visit={visit} />
          <Sections practice={practice} />
          <MorePictures practice={practice} visit={visit} />
          <Attachments practice={practice} visit={visit} />
          <Replications practice={practice} visit={visit} use={use} />
          <Sources practice={practice} />
          <Citation practice={practice} visit={visit} />
          <Related related={related} visit={visit} />
        </article>
        <aside className="panel" aria-label={text(facts)}>
          <h2>{text(facts)}</h2>
          <FactsPanel practice={practice} visit={visit} addresses={addresses}>
            <UseFacts use={use} />
          </FactsPanel>
          <InquiryLinks practice={practice} visit={visit} />
        </aside>
      </div>
    </>
  );
}

const longestDescription = 300;

const orNull = (error: unknown): null => {
  if (isMissing(error)) return null;
  throw error;
};

const find = (visit: NetworkVisit, slug: string) => visit.ask('repository.practices.get', { slug }).catch(orNull);

/** What stands beside a record never keeps it from being read. */
const relatedTo = (visit: NetworkVisit, slug: string): Promise<readonly RelatedPractice[]> =>
  visit.type !== null
    ? Promise.resolve([])
    : visit.ask('repository.practices.related', { slug }).then(
        ({ items }) => items,
        () => [],
      );

/** The summary's first sentences, as many as a result list shows. */
function shortened(summary: string): string {
  if (summary.length <= longestDescription) return summary;
  const cut = summary.slice(0, longestDescription);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}

/** The record in another form than HTML, asked for by `Accept`. */
function documentOf(practice: PublishedPractice, visit: NetworkVisit): Document | undefined {
  const { type } = visit;
  if (type === null) return undefined;
  const style = styleFor(type);
  return style ? citationDocument(practice, visit, { style, download: false }) : dataDocument(practice, visit);
}

/** `/{network}/practicas/{slug}`: a practice as a short article with its facts, or as data for who wants that. */
export async function practicePage(visit: NetworkVisit, slug: string): Promise<Page> {
  const [practice, related, use] = await Promise.all([find(visit, slug), relatedTo(visit, slug), recordUse(visit, slug)]);
  if (practice === null) return notFoundPage(visit, visit, 'practice');
  const document = documentOf(practice, visit);
  const addresses = await namedOrganizations(visit, [...(practice.owner === null ? [] : [practice.owner]), ...practice.organizations]);
  return {
    status: 200,
    title: practice.title,
    description: shortened(practice.summary),
    indexed: true,
    kind: 'article',
    section: 'practices',
    data: practiceData(practice, visit),
    ...sharedPictureOf(practice, visit),
    typedLinks: signposting(practice, visit),
    ...(document && { document }),
    main: document ? null : <Practice practice={practice} visit={visit} related={related} use={use} addresses={addresses} />,
  };
}
