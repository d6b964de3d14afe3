import { readTag } from '../../question/prompts/tag-prompts'
import type { ExportShape } from './export-shape'

/** How a sidecar is called beside `a.jpg`: `a.jpg.xmp`, as digiKam and darktable do, or `a.xmp`, as Adobe's programs do. */
export type SidecarNaming = 'name.ext.xmp' | 'name.xmp'

/** Keywords are filed under this one, so that they can be told from those of other programs. */
const ROOT = 'Taglens'

/** What XML 1.0 has no way to write: most control characters, and halves of characters. */
// eslint-disable-next-line no-control-regex -- control characters are what it takes out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)

/** A tag as a keyword: the first way of saying it. A bar parts the levels of a hierarchy, so there is none in it. */
const keywordOf = (tag: string): string => (readTag(tag).phrasings[0] ?? tag).replaceAll('|', '/').trim()

const bag = (property: string, items: readonly string[]): string =>
  `   <${property}>\n    <rdf:Bag>\n${items.map((item) => `     <rdf:li>${escapeXml(item)}</rdf:li>\n`).join('')}    </rdf:Bag>\n   </${property}>\n`

/** A sidecar with keywords: XMP, ISO 16684-1, with Lightroom's property for keywords that lie in one another. */
const toXmp = (tags: readonly string[]): string => {
  const keywords = [...new Set(tags.map(keywordOf))]
  const hierarchy = keywords.map((keyword) => `${ROOT}|${keyword}`)
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Taglens">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:lr="http://ns.adobe.com/lightroom/1.0/">
${bag('dc:subject', keywords)}${bag('lr:hierarchicalSubject', hierarchy)}  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
`
}

/** A path that stays within the folder that the archive is unpacked to; names are as they are, or nothing would match. */
const within = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')

const sidecarOf = (path: string, naming: SidecarNaming): string =>
  `${naming === 'name.xmp' ? path.replace(/\.[^./]*$/, '') : path}.xmp`

/** Whether a sidecar is the one at this path; a picture's name may begin with the folder's own, where the other's does not. */
const isAt = (existing: ReadonlySet<string>, path: string): boolean => {
  const key = path.toLowerCase()
  return existing.has(key) || existing.has(key.slice(key.indexOf('/') + 1))
}

/**
 * A sidecar for each picture that the person has decided on, to be unpacked over the pictures' folder: pictures are never
 * changed. Where there is a sidecar already, or that of another picture, it is left as it is and listed.
 * @param existing paths of sidecars that came in beside the pictures.
 */
export const createSidecars = (naming: SidecarNaming, existing: readonly string[]): ExportShape => {
  const there = new Set(existing.map((path) => path.toLowerCase()))
  const written = new Set<string>()
  const left: string[] = []
  return {
    left,
    add: ({ path, labels }) => {
      const decided = labels.filter(({ source }) => source === 'person').map(({ label }) => label)
      if (decided.length === 0) return []
      const sidecar = sidecarOf(within(path), naming)
      if (isAt(there, sidecar) || written.has(sidecar.toLowerCase())) {
        left.push(sidecar)
        return []
      }
      written.add(sidecar.toLowerCase())
      return [{ path: sidecar, content: [toXmp(decided)] }]
    },
    end: () =>
      left.length === 0 ? [] : [{ path: 'left-as-they-are.txt', content: left.map((path) => `${path}\n`) }],
  }
}
