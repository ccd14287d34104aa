const html = 'text/html';
/** Longer ones are no browser's and no library's. */
const longest = 1000;

interface Range {
  readonly type: string;
  readonly weight: number;
}

function rangesOf(accept: string): Range[] {
  return accept
    .slice(0, longest)
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { type, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
    });
}

/** The weight of the range that names a type most closely (RFC 9110 §12.5.1). */
function weightOf(type: string, ranges: readonly Range[]): number {
  const group = `${type.slice(0, type.indexOf('/'))}/*`;
  const closest = [type, group, '*/*'].map((name) => ranges.find((range) => range.type === name)).find((range) => range !== undefined);
  return closest?.weight ?? 0;
}

/** Which of `others` a reader would rather have than HTML, if any: whoever is content with HTML gets it, and so does who asks for what there is not. */
export function preferredType(accept: string | undefined, others: readonly string[]): string | null {
  if (accept === undefined || others.length === 0) return null;
  const ranges = rangesOf(accept);
  const atHtml = { type: null as string | null, weight: weightOf(html, ranges) };
  return others.reduce((best, type) => {
    const weight = weightOf(type, ranges);
    return weight > best.weight ? { type, weight } : best;
  }, atHtml).type;
}
