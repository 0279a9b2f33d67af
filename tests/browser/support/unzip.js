// Unpacks an archive as a resident's computer does, with nothing but Node.js: files stored in
// Deflate, found through the directory at the archive's end (APPNOTE.TXT 4.3).

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const deflated = 8;

/** Writes every file of `archive` under `folder`, and gives their names. */
export function unzip(archive, folder) {
  const bytes = readFileSync(archive);
  // The archive has no comment: its last record has its least length.
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== endOfDirectory) throw new Error(`${archive} is no archive`);
  const names = [];
  let entry = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) => bytes.readUInt16LE(entry + at));
    const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength);
    if (bytes.readUInt16LE(entry + 10) !== deflated) throw new Error(`${name} is not in Deflate`);
    const header = bytes.readUInt32LE(entry + 42);
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(entry + 20))));
    names.push(name);
    entry += 46 + nameLength + extraLength + commentLength;
  }
  return names;
}
