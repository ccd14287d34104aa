import { assets } from 'virtual:assets';
import type { Text } from '@alianza/texts/text';
import { HtmlDocument } from './document.js';

/** Replaced by the gateway in each answer. */
const nonce = 'NONCE';

function Head() {
  return (
    <>
      <meta name="robots" content="noindex" />
      <meta property="csp-nonce" nonce={nonce} />
      {assets.appStyles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <script type="module" src={assets.app} />
    </>
  );
}

/** An empty page in which the browser makes the workspaces. */
export function WorkspaceDocument({ text }: { text: Text }) {
  return (
    <HtmlDocument lang={text.lang} title={text('frame.platform')} head={<Head />}>
      <div id="root" />
      <noscript>
        <p className="hold">{text('frame.needsScript')}</p>
      </noscript>
    </HtmlDocument>
  );
}
