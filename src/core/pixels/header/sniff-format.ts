import type { ImageFormat } from './image-header'

/** How much of a file is searched for markup: a licence may come before it. */
const textWindow = 16_384

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

/** Signatures at the very start, as Latin-1. */
const signatures: readonly (readonly [string, ImageFormat])[] = [
  ['\x89PNG\r\n\x1a\n', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF87a', 'GIF'],
  ['GIF89a', 'GIF'],
  ['BM', 'BMP'],
  ['\0\0\x01\0', 'ICO'],
  ['\xff\x0a', 'JPEG XL'],
  ['\0\0\0\x0cJXL \r\n\x87\n', 'JPEG XL'],
  ['\0\0\0\x0cjP  \r\n\x87\n', 'JPEG 2000'],
  ['\xff\x4f\xff\x51', 'JPEG 2000'],
  // Canon's CR2 is a TIFF to others, and so come first; then Panasonic's, Olympus', Fujifilm's, Sigma's, Minolta's.
  ['II*\0\x10\0\0\0CR', 'RAW'],
  ['IIU\0', 'RAW'],
  ['IIRO', 'RAW'],
  ['IIRS', 'RAW'],
  ['MMOR', 'RAW'],
  ['FUJIFILMCCD-RAW', 'RAW'],
  ['FOVb', 'RAW'],
  ['\0MRM', 'RAW'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['II+\0', 'TIFF'],
  ['MM\0+', 'TIFF'],
  ['8BPS', 'PSD'],
  ['%PDF-', 'PDF'],
  ['PK\x03\x04', 'ZIP'],
]

const heicBrand = /^(heic|heix|heim|heis|hevc|hevx|hevm|hevs|mif1|msf1)$/

/** Brands of an ISO base media file: the major one, then the compatible ones; a box size and a version between. */
const sniffIsoMedia = (bytes: Uint8Array): ImageFormat => {
  const boxEnd = Math.min((bytes[2] ?? 0) * 256 + (bytes[3] ?? 0), textWindow, bytes.length)
  const brands = [latin1(bytes, 8, 12)]
  for (let at = 16; at + 4 <= boxEnd; at += 4) brands.push(latin1(bytes, at, at + 4))
  // Canon's CR3.
  if (brands[0] === 'crx ') return 'RAW'
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'AVIF'
  return brands.some((brand) => heicBrand.test(brand)) ? 'HEIC' : 'MP4'
}

const sniffText = (text: string): ImageFormat => {
  // eslint-disable-next-line no-control-regex -- control characters are what tells text from a binary file
  if (/[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/.test(text)) return 'unknown'
  // A UTF-8 byte order mark, seen as Latin-1, may come first.
  const markup = text.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^<(!doctype html|html|head|body|script)\b/i.test(markup)) return 'HTML'
  if (/^<(svg\b|!doctype svg\b|[?!][^]*<(svg\b|!doctype svg\b))/i.test(markup)) return 'SVG'
  return markup.startsWith('<') ? 'XML' : 'text'
}

/** Names the format of a file by its first bytes; 16 kB are enough. */
export const sniffFormat = (bytes: Uint8Array): ImageFormat => {
  if (bytes.length === 0) return 'empty'
  const start = latin1(bytes, 0, 16)
  const known = signatures.find(([signature]) => start.startsWith(signature))
  if (known) return known[1]
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'WebP'
  if (start.slice(4, 8) === 'ftyp') return sniffIsoMedia(bytes)
  return sniffText(latin1(bytes, 0, textWindow))
}
