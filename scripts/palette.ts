import { deflateSync } from 'node:zlib'

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (TABLE[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function nearest(color: number, palette: readonly number[]): number {
  let best = 0
  let least = Infinity
  palette.forEach((one, index) => {
    const off = ((one >> 16) - (color >> 16)) ** 2 + (((one >> 8) & 255) - ((color >> 8) & 255)) ** 2 + ((one & 255) - (color & 255)) ** 2
    if (off < least) {
      least = off
      best = index
    }
  })
  return best
}

function isGrey(color: number): boolean {
  const parts = [color >> 16, (color >> 8) & 255, color & 255]
  return Math.max(...parts) - Math.min(...parts) < 24
}

/** The commonest colours of a picture, 256 at most, as 0xRRGGBB: greys and colours apart, so that a small mark keeps its own. */
function commonest(colors: Uint32Array): number[] {
  const counts = new Map<number, number>()
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1)
  const order = [...counts].sort((a, b) => b[1] - a[1]).map(([color]) => color)
  const hues = order.filter(color => !isGrey(color)).slice(0, 128)
  return [...order.filter(isGrey).slice(0, 256 - hues.length), ...hues]
}

/** A picture of RGBA pixels as a PNG of at most 256 colours (PNG 1.2, colour type 3): a third of the size, for pages that are mostly paper. */
export function palettePng(rgba: Uint8Array, width: number, height: number): Buffer {
  const colors = Uint32Array.from({ length: width * height }, (_, n) => ((rgba[n * 4] ?? 0) << 16) | ((rgba[n * 4 + 1] ?? 0) << 8) | (rgba[n * 4 + 2] ?? 0))
  const palette = commonest(colors)
  const places = new Map(palette.map((color, index) => [color, index]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const color = colors[y * width + x] ?? 0
      let place = places.get(color)
      if (place === undefined) places.set(color, (place = nearest(color, palette)))
      rows[y * (width + 1) + x + 1] = place
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap(color => [color >> 16, (color >> 8) & 255, color & 255]))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}
