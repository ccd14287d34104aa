/** Bytes that the end of an archive may take: its record and the longest comment (PKWARE APPNOTE 4.3.16). */
const longestEnd = 22 + 0xffff;
const [endMark, entryMark] = [0x06054b50, 0x02014b50];
/** Where a number does not fit, it stands elsewhere (zip64): more than anything that is accepted here. */
const beyond = 0xffffffff;

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - longestEnd); at--) if (bytes.readUInt32LE(at) === endMark) return at;
  return -1;
}

/** What the files of an archive come to once they are unpacked, as its own list says; infinite where it does not say, or says it in riddles. */
export function unpackedSize(bytes: Buffer): number {
  const end = endOf(bytes);
  if (end === -1) return Infinity;
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
  let [at, sum] = [start, 0];
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entryMark) return Infinity;
    const size = bytes.readUInt32LE(at + 24);
    if (size === beyond || bytes.readUInt32LE(at + 42) >= start) return Infinity;
    sum += size;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return sum;
}
