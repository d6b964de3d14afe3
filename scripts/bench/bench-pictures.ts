import type { HubHandler } from '../hosts/hub/hub-handler.ts'

/**
 * Puts `text` into a JPEG as a comment (a COM segment behind the SOI marker; ITU-T T.81, B.2.4.5): another file
 * by content, the same picture and the same work to decode.
 */
export const withComment = (jpeg: Uint8Array, text: string): Uint8Array<ArrayBuffer> => {
  const comment = new TextEncoder().encode(text)
  const length = comment.length + 2
  const header = Uint8Array.of(0xff, 0xfe, length >> 8, length & 0xff)
  const result = new Uint8Array(jpeg.length + header.length + comment.length)
  result.set(jpeg.subarray(0, 2))
  result.set(header, 2)
  result.set(comment, 2 + header.length)
  result.set(jpeg.subarray(2), 2 + header.length + comment.length)
  return result
}

/** Serves `/pictures/{name}/{number}.jpg`: one of `pictures[name]`, made a file of its own by its number. */
export const servePictures =
  (pictures: ReadonlyMap<string, readonly Uint8Array[]>): HubHandler =>
  ({ path }) => {
    const [, name = '', number = ''] = /^\/pictures\/([^/]+)\/(\d+)\.jpg$/.exec(path) ?? []
    const drawn = pictures.get(name)
    const picture = drawn?.[Number(number) % drawn.length]
    if (!picture) return undefined
    return { status: 200, headers: { 'Content-Type': 'image/jpeg' }, body: withComment(picture, number) }
  }
