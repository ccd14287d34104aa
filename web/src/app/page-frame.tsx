import type { ReactNode } from 'react';
import { DemoBand } from '../shared/frame/demo-band.js';
import { footerLinks } from '../shared/frame/footer-links.js';
import { Footer } from '../shared/frame/footer.js';
import { contentId, SkipLink } from '../shared/frame/skip-link.js';
import { useNetwork } from '../shared/session/network.js';
import { useAddress } from '../shared/session/place.js';
import { useText } from '../shared/texts/use-text.js';

interface Props {
  readonly masthead: ReactNode;
  /** Where staff work: the full width of the screen, and less air. */
  readonly dense?: boolean;
  readonly children: ReactNode;
}

/** What surrounds every page made in the browser, the same as around the public ones. */
export function PageFrame({ masthead, dense = false, children }: Props) {
  const text = useText();
  const network = useNetwork();
  const address = useAddress();
  return (
    <div className={dense ? 'wide' : undefined}>
      <SkipLink />
      {network.demo && <DemoBand originHref={address('origen')} />}
      {masthead}
      <main id={contentId} className={dense ? 'hold dense' : 'hold'} tabIndex={-1}>
        {children}
      </main>
      <Footer name={network.name} convener={network.convener} links={footerLinks(text, network, address)} />
    </div>
  );
}
