import MarkdownIt from 'markdown-it';

/** CommonMark without HTML and without images: what a person writes can name and link, never run or fetch. */
const commonMark = new MarkdownIt('commonmark', { html: false, linkify: false }).disable(['image', 'html_block', 'html_inline']);

/** Headings inside a record stand below those of its page. */
const lowest = 4;
for (const rule of ['heading_open', 'heading_close']) {
  commonMark.renderer.rules[rule] = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    if (token) token.tag = `h${String(lowest)}`;
    return self.renderToken(tokens, index, options);
  };
}

commonMark.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'nofollow noopener');
  return self.renderToken(tokens, index, options);
};

interface Props {
  readonly source: string;
  /** Set where it is in another language than the page. */
  readonly lang?: string | undefined;
}

/** Long text as it was written, without markup for the rest of the page to fear: everything else is escaped. */
export function Markdown({ source, lang }: Props) {
  return <div lang={lang} dangerouslySetInnerHTML={{ __html: commonMark.render(source) }} />;
}
