import { tagKey } from '../../../core/tags/parse-tags'
import type { TagList } from '../../../core/tags/tag-list'
import type { AddedPicture, KeptPictureTag } from '../../../protocol/desk-api'

/** Before a tag's id on the desk, so that none is a picture's. */
const OF_TAG = 'tag '

/** The tags that are pictures, as the desk takes them down. */
export const toKeptTags = (tags: TagList): readonly (AddedPicture & Pick<KeptPictureTag, 'tag'>)[] =>
  tags.flatMap(({ id, text, hue, threshold, picture }, place) =>
    picture
      ? [{ id: `${OF_TAG}${id}`, name: text, file: picture, tag: { text, hue, threshold, place } }]
      : [],
  )

/** The tags with those of an earlier visit where they stood; the same list where it has them all. */
export const withKeptTags = (tags: TagList, kept: readonly KeptPictureTag[]): TagList => {
  const texts = new Set(tags.map(({ text }) => tagKey(text)))
  const ids = new Set(tags.map(({ id }) => id))
  const all = [...tags]
  for (const { id: deskId, file, tag } of kept) {
    const { text, hue, threshold, place } = tag
    const id = deskId.slice(OF_TAG.length)
    if (!ids.has(id) && !texts.has(tagKey(text)))
      all.splice(place, 0, { id, text, hue, threshold, picture: file })
  }
  return all.length === tags.length ? tags : all
}
