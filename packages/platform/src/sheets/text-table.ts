const delimiters = [';', ',', '\t', '|'] as const;

/** UTF-8, or UTF-16 where it says so; what is neither was saved by an older program in Windows-1252. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What stands outside of quotes in the first line that says anything. */
function firstLine(text: string): string {
  let [line, quoted] = ['', false];
  for (const character of text.slice(0, 100_000)) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character !== '\n' && character !== '\r') line += character;
    else if (line.trim() !== '') break;
    else line = '';
  }
  return line;
}

/** What parts the columns: whatever the first line has most of. */
export function delimiterOf(text: string): string {
  const line = firstLine(text);
  const counted = delimiters.map((delimiter) => [delimiter, line.split(delimiter).length] as const);
  return counted.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
