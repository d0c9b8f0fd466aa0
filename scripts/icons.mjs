import { Buffer } from 'node:buffer';
// Of VS Code's icons, more than 500, a page uses some ten. The others' outlines are left out of what ships.

/** A rule of the icons' style: `.codicon-name:before { content: "\eabc" }`. */
const RULE = /^\.codicon-([\w-]+):before \{ content: "\\([0-9a-f]+)" \}[^\n]*\n?/gm;

/**
 * @param {string} css the icons' style
 * @param {Buffer} font their font, TrueType
 * @param {string[]} scripts the pages' bundles; what is named in them stays
 * @returns {{ css: string, font: Buffer, names: string[] }}
 */
export function usedIcons(css, font, scripts) {
  const isUsed = namesIn(scripts);
  const kept = [...css.matchAll(RULE)].filter(([, name]) => isUsed(name));
  const points = new Set(kept.map(([, , point]) => Number.parseInt(point, 16)));
  return {
    css: css.replace(RULE, (rule, name) => (isUsed(name) ? rule : '')),
    font: withGlyphsOf(font, points),
    names: kept.map(([, name]) => name),
  };
}

/** Any word of a script may be an icon's name, and `codicon-chevron-${…}` any that begins so. */
function namesIn(scripts) {
  const text = scripts.join('\n');
  const words = new Set(text.match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g));
  const prefixes = [...text.matchAll(/codicon-([a-z0-9-]+-)\$\{/g)].map(([, prefix]) => prefix);
  return (name) =>
    words.has(name) ||
    words.has(`codicon-${name}`) ||
    prefixes.some((prefix) => name.startsWith(prefix));
}

/** The font with empty outlines for all other characters; every glyph keeps its number. */
function withGlyphsOf(font, points) {
  const tables = readTables(font);
  const isLong = tables.get('head').readInt16BE(50) === 1;
  const count = tables.get('maxp').readUInt16BE(4);
  const loca = tables.get('loca');
  const offset = (glyph) =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  const kept = new Set([0, ...glyphsOf(tables.get('cmap'), points)]);
  const outlines = [];
  const places = [0];
  for (let glyph = 0, at = 0; glyph < count; glyph++) {
    if (kept.has(glyph)) {
      const outline = tables.get('glyf').subarray(offset(glyph), offset(glyph + 1));
      if (outline.length > 0 && outline.readInt16BE(0) < 0)
        throw new Error('An icon is made of others, which scripts/icons.mjs does not follow.');
      outlines.push(outline);
      at += outline.length;
    }
    places.push(at);
  }
  const newLoca = Buffer.alloc((count + 1) * (isLong ? 4 : 2));
  places.forEach((place, glyph) =>
    isLong ? newLoca.writeUInt32BE(place, glyph * 4) : newLoca.writeUInt16BE(place / 2, glyph * 2),
  );
  return writeTables(
    font,
    new Map([...tables, ['glyf', Buffer.concat(outlines)], ['loca', newLoca]]),
  );
}

/** The glyphs of characters, by a cmap's subtable of format 4. */
function glyphsOf(cmap, points) {
  const glyphs = [];
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    if (table.readUInt16BE(0) !== 4) continue;
    const twice = table.readUInt16BE(6);
    for (let segment = 0; segment < twice; segment += 2) {
      const end = table.readUInt16BE(14 + segment);
      const start = table.readUInt16BE(16 + twice + segment);
      const delta = table.readUInt16BE(16 + 2 * twice + segment);
      const rangeAt = 16 + 3 * twice + segment;
      const range = table.readUInt16BE(rangeAt);
      for (let point = start; point <= end && point < 0xffff; point++) {
        if (!points.has(point)) continue;
        const glyph =
          range === 0 ? point : table.readUInt16BE(rangeAt + range + (point - start) * 2);
        glyphs.push((glyph + delta) & 0xffff);
      }
    }
  }
  return glyphs;
}

function readTables(font) {
  const tables = new Map();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    const start = font.readUInt32BE(at + 8);
    tables.set(
      font.toString('latin1', at, at + 4),
      font.subarray(start, start + font.readUInt32BE(at + 12)),
    );
  }
  return tables;
}

function writeTables(font, tables) {
  const head = Buffer.from(font.subarray(0, 12 + tables.size * 16));
  const parts = [head];
  let at = head.length;
  [...tables].forEach(([name, bytes], i) => {
    const entry = 12 + i * 16;
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    head.write(name, entry, 'latin1');
    head.writeUInt32BE(checksum(padded), entry + 4);
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    parts.push(padded);
    at += padded.length;
  });
  return Buffer.concat(parts);
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
