// The site as a web server offers it: under a path that it was not built for, its texts compressed.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { folder } from './site.js';

export const subPath = '/town/plan/';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

const isText = (type) => /^text\/|json|xml/.test(type);

async function answer(root, request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const inside = normalize(path.slice(subPath.length));
  let file = join(root, inside);
  try {
    if (!path.startsWith(subPath) || inside.startsWith('..')) throw new Error('outside the site');
    if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
    const bytes = await readFile(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    const compressed = isText(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const headers = { 'content-type': type, ...(compressed && { 'content-encoding': 'gzip' }) };
    response.writeHead(200, headers).end(compressed ? gzipSync(bytes) : bytes);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  }
}

/** Serves the site, or that in the folder `root`, on a free port while `use` runs; `use` gets its address, ending in `/`. */
export async function served(use, root = folder) {
  const server = createServer((request, response) => answer(root, request, response));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return await use(`http://127.0.0.1:${server.address().port}${subPath}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
