import MarkdownIt, { type Token } from 'markdown-it';

/** Headings inside a record stand below those of its page. */
const headingTag = 'h4';

function adapt(token: Token): void {
  if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = headingTag;
  if (token.type === 'link_open') token.attrSet('rel', 'nofollow noopener');
  token.children?.forEach(adapt);
}

/** CommonMark without HTML and without images: what a person writes can name and link, never run or fetch. */
const commonMark = new MarkdownIt('commonmark', { html: false, linkify: false }).disable(['image', 'html_block', 'html_inline']);
/** Pages of the web and of this portal, and mail: what another scheme would open on a reader's machine is not for a writer to choose. */
commonMark.validateLink = (address) => /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i.test(address);
commonMark.core.ruler.push('portal', ({ tokens }) => {
  tokens.forEach(adapt);
});

interface Props {
  readonly source: string;
  /** Set where it is in another language than the page. */
  readonly lang?: string | undefined;
}

/** Long text as it was written, without markup for the rest of the page to fear: everything else is escaped. */
export function Markdown({ source, lang }: Props) {
  return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: commonMark.render(source) }} />;
}
