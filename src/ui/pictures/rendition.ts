import type { Picture } from '../../state/app-state'

/**
 * What a picture is shown as where it is small: its preview; without one, as of a project that was saved without, its file.
 * `null` where neither is here.
 */
export const renditionOf = ({ file, absent, phase: { facts } }: Picture): Blob | null => {
  if (facts === null) return null
  if (facts.thumbnail.size > 0) return facts.thumbnail
  return absent || !facts.isShowable ? null : file
}
