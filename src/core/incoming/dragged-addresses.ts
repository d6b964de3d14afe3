import { findAddresses, isAddress } from './find-addresses'

/** What a drag from another page gives, each empty where it has none. */
export interface DraggedTexts {
  readonly html: string
  /** `text/uri-list`: an address a line, remarks behind `#`. */
  readonly uriList: string
  readonly text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" }

const readEntities = (text: string): string =>
  text.replace(/&(amp|quot|lt|gt|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity)

/** In letters. A whole page that is dragged is no picture. */
const LONGEST_HTML = 1_000_000

/** Sources of the pictures in a piece of HTML. It is read as text: parsed as a page, it would be one. */
const imageSources = (html: string): readonly string[] =>
  [...html.slice(0, LONGEST_HTML).matchAll(/<img\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)].map(
    ([, inside = '']) => {
      const match = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(inside)
      return readEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').replace(/^\/\//, 'https://')
    },
  )

/**
 * The pictures that a drag from another page is about: the picture itself where there is one, since the address beside
 * it may be of the page that it links to; else the address; else those in the text.
 */
export const draggedAddresses = ({ html, uriList, text }: DraggedTexts): readonly string[] => {
  const lines = uriList.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  const found = [imageSources(html), lines, findAddresses(text).addresses]
    .map((addresses) => [...new Set(addresses.filter(isAddress))])
    .find((addresses) => addresses.length > 0)
  return found ?? []
}
