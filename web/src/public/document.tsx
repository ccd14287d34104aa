import { assets } from 'virtual:assets';
import type { ReactNode } from 'react';

/** What every page of the portal loads, a workspace included. */
function Essentials({ title }: { title: string }) {
  return (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {assets.fonts.map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="" />
      ))}
      <link rel="stylesheet" href={assets.stylesheet} />
    </>
  );
}

interface Props {
  readonly lang: string;
  readonly title: string;
  /** What else stands in the head. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}

export function HtmlDocument({ lang, title, head, children }: Props) {
  return (
    <html lang={lang}>
      <head>
        <Essentials title={title} />
        {head}
      </head>
      <body>{children}</body>
    </html>
  );
}
