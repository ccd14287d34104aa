import type { Text } from '@alianza/texts/text';
import type { FooterLink } from './footer.js';

/** What every foot of a network's page leads to; `to` gives the address of one of its pages. */
export function footerLinks(text: Text, { demo }: { demo: boolean }, to: (page: string) => string): FooterLink[] {
  return [
    { href: to('solicitud'), label: text('frame.link.apply') },
    { href: to('ayuda'), label: text('frame.link.help') },
    { href: to('contacto'), label: text('frame.link.contact') },
    { href: to('datos-abiertos'), label: text('frame.openData') },
    ...(demo ? [{ href: to('origen'), label: text('frame.link.origin') }] : []),
    { href: to('aviso-legal'), label: text('frame.link.legal') },
    { href: to('privacidad'), label: text('frame.link.privacy') },
    { href: to('accesibilidad'), label: text('frame.link.accessibility') },
    { href: text.lang === 'es' ? '/' : `/${text.lang}`, label: text('frame.link.networks') },
  ];
}
