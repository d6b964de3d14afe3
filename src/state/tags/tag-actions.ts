import { NO_FILTER, onlyAnswer, toggleAnswer, withRange } from '../../core/desk/view/filter-changes'
import {
  addPictureTag,
  addTags,
  editTag,
  moveTag,
  removeTag,
  setThreshold,
  toTagList,
} from '../../core/tags/tag-list'
import { findAddresses } from '../../core/incoming/find-addresses'
import type { PictureActions, TagActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { WorkKeeper } from '../history/work-history'

/** Builds the edits of the tag list. Each is one step of the history. */
export const createTagActions = (
  { store, newId }: Pick<ActionDeps, 'store' | 'newId'>,
  { record }: Pick<WorkKeeper, 'record'>,
  takeAddresses: PictureActions['takeAddresses'],
): TagActions => {
  const { getState, setState } = store
  const present = () => getState().tags
  const textOf = (id: string) => present().find((tag) => tag.id === id)?.text ?? ''

  /** Takes web addresses out of a text, which are read as pictures. */
  const withoutAddresses = (text: string): string => {
    const { addresses, rest } = findAddresses(text)
    if (addresses.length > 0) takeAddresses(addresses, 'pictures')
    return rest
  }

  const add = (typed: string) => {
    const text = withoutAddresses(typed)
    if (text === '') return { kind: 'unchanged' } as const
    const { tags, added, duplicates } = addTags(present(), text, newId)
    const [first = ''] = added
    record({ kind: 'add-tags', count: added.length, tag: first }, { tags })
    return added.length > 0 || duplicates.length > 0
      ? ({ kind: 'changed', added, duplicates } as const)
      : ({ kind: 'unchanged' } as const)
  }

  const addPictures = (pictures: readonly { readonly name: string; readonly file: Blob }[]) => {
    const tags = pictures.reduce((list, { name, file }) => addPictureTag(list, name, file, newId), present())
    record({ kind: 'add-tags', count: pictures.length, tag: tags.at(-1)?.text ?? '' }, { tags })
  }

  return {
    addTags: add,
    addPictureTag: (pictureId) => {
      // A file that is on another machine is no picture to compare with.
      const here = getState().pictures.filter(({ id, absent }) => id === pictureId && !absent)
      if (here.length > 0) addPictures(here)
    },
    addPictureFileTags: (files) => {
      addPictures(files.map((file) => ({ name: file.name, file })))
    },
    editTag: (id, typed) => {
      setState({ tagPreview: null })
      const text = withoutAddresses(typed)
      // Emptied, a tag would be removed.
      if (text === '' && typed.trim() !== '') return { kind: 'unchanged' }
      const edit = editTag(present(), id, text)
      switch (edit.kind) {
        case 'changed': {
          const kind = edit.tags.length < present().length ? 'remove-tag' : 'edit-tag'
          record({ kind, tag: textOf(id) }, { tags: edit.tags })
          return { kind: 'changed', added: [], duplicates: [] }
        }
        case 'duplicate':
          return { kind: 'refused', duplicate: edit.text }
        case 'unchanged':
          return { kind: 'unchanged' }
      }
    },
    previewTag: (id, text) => {
      setState({ tagPreview: text === null ? null : { id, text } })
    },
    removeTag: (id) => {
      record({ kind: 'remove-tag', tag: textOf(id) }, { tags: removeTag(present(), id) })
    },
    moveTag: (id, to) => {
      record({ kind: 'move-tag', tag: textOf(id) }, { tags: moveTag(present(), id, to) })
    },
    setTagThreshold: (id, threshold) => {
      const label = { kind: 'set-threshold', tag: textOf(id) } as const
      record(label, { tags: setThreshold(present(), id, threshold) }, `threshold ${id}`)
    },
    replaceTags: (texts) => {
      record({ kind: 'replace-tags' }, { tags: toTagList(texts, newId) })
    },
    filterByTag: (id) => {
      setState(({ filter, decidedOnly }) =>
        id === null
          ? { filter: NO_FILTER, only: null, decidedOnly: null }
          : { filter: onlyAnswer(filter, id), only: null, decidedOnly },
      )
    },
    endOnly: () => {
      setState({ only: null })
    },
    toggleFilter: (id) => {
      setState(({ filter }) => ({ filter: toggleAnswer(filter, id) }))
    },
    filterByScore: (range) => {
      setState(({ filter }) => ({ filter: withRange(filter, range) }))
    },
  }
}
