import type { Network } from '@alianza/contracts/membership/networks';
import type { Text } from '@alianza/texts/text';
import { DemoBand } from '../shared/frame/demo-band.js';
import { footerLinks } from '../shared/frame/footer-links.js';
import { Footer } from '../shared/frame/footer.js';
import { LanguageLink, otherLanguage } from '../shared/frame/language-link.js';
import { Masthead, type Section } from '../shared/frame/masthead.js';
import { contentId, SkipLink } from '../shared/frame/skip-link.js';
import { NetworkMark } from '../shared/mark/network-mark.js';
import { TextProvider } from '../shared/texts/use-text.js';
import { writeAddress, type Address } from './addresses.js';
import type { Page } from './visit.js';

interface Props {
  readonly text: Text;
  readonly network: Network | null;
  readonly address: Address;
  /** With its question mark, or empty: kept when the language changes. */
  readonly search: string;
  readonly page: Page;
}

function sectionsOf({ text, page }: Props, to: (page: string) => string): Section[] {
  return [
    { href: to('practicas'), label: text('frame.section.practices'), current: page.section === 'practices' },
    { href: to('organizaciones'), label: text('frame.section.organizations'), current: page.section === 'organizations' },
    { href: to('solicitud'), label: text('frame.section.apply'), current: false },
  ];
}

/** A public page in its frame: band, masthead, content, foot. */
export function FramedPage(props: Props) {
  const { text, network, address, search, page } = props;
  const inThis = (rest: readonly string[]) => writeAddress({ ...address, rest });
  const to = (rest: string) => inThis(rest === '' ? [] : rest.split('/'));
  const translation = writeAddress({ ...address, lang: otherLanguage(text.lang) }) + search;
  const home = network === null ? writeAddress({ ...address, network: null, rest: [] }) : to('');
  return (
    <TextProvider value={text}>
      <SkipLink />
      {network?.demo && <DemoBand originHref={to('origen')} />}
      <Masthead
        name={network?.name ?? text('frame.platform')}
        homeHref={home}
        mark={network !== null && <NetworkMark network={network} />}
        sections={network === null ? [] : sectionsOf(props, to)}
        tools={
          <>
            <span className="as-is" data-live="language">
              <LanguageLink href={translation} />
            </span>
            {network !== null && <a href={to('miembro')}>{text('frame.enter')}</a>}
          </>
        }
      />
      <main id={contentId} className="hold" tabIndex={-1}>
        {page.main}
      </main>
      <Footer
        name={network?.name ?? text('frame.platform')}
        convener={network?.convener ?? text('frame.platformConvener')}
        links={network === null ? [] : footerLinks(text, network, to)}
      />
    </TextProvider>
  );
}
