import {
  addPictureTag,
  addTags,
  editTag,
  moveTag,
  removeTag,
  setThreshold,
  type TagList,
} from '../core/tags/tag-list'
import { recordStep, redo, undo } from '../core/tags/undo-history'
import { NONE_ID } from './tasks/zero-shot/none-of-these'
import type { TagActions } from './app-actions'
import type { ActionDeps } from './app-deps'

/** Builds the edits of the tag list. Each is one step of its history. */
export const createTagActions = ({ store, newId }: Pick<ActionDeps, 'store' | 'newId'>): TagActions => {
  const { getState, setState } = store
  const present = () => getState().tags.present

  const record = (tags: TagList) => {
    setState(({ tags: history, filterTagId }) => ({
      tags: recordStep(history, tags),
      // A filter on a tag that is gone would hide every picture.
      filterTagId: filterTagId === NONE_ID || tags.some(({ id }) => id === filterTagId) ? filterTagId : null,
    }))
  }

  const add = (to: TagList, text: string) => {
    const { tags, added, duplicates } = addTags(to, text, newId)
    if (tags !== present()) record(tags)
    return added.length > 0 || duplicates.length > 0
      ? ({ kind: 'changed', added, duplicates } as const)
      : ({ kind: 'unchanged' } as const)
  }

  return {
    addTags: (text) => add(present(), text),
    addPictureTag: (pictureId) => {
      const picture = getState().pictures.find(({ id }) => id === pictureId)
      if (picture) record(addPictureTag(present(), picture.name, picture.file, newId))
    },
    addPictureFileTags: (files) => {
      record(files.reduce((tags, file) => addPictureTag(tags, file.name, file, newId), present()))
    },
    editTag: (id, text) => {
      setState({ tagPreview: null })
      const edit = editTag(present(), id, text)
      switch (edit.kind) {
        case 'changed':
          record(edit.tags)
          return { kind: 'changed', added: [], duplicates: [] }
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
      record(removeTag(present(), id))
    },
    moveTag: (id, to) => {
      record(moveTag(present(), id, to))
    },
    setTagThreshold: (id, threshold) => {
      setState(({ tags }) => ({ tags: { ...tags, present: setThreshold(tags.present, id, threshold) } }))
    },
    replaceTags: (texts) => {
      // Quoted, so that a text with a comma stays one tag.
      add([], texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
    },
    undoTags: () => {
      setState(({ tags }) => ({ tags: undo(tags), filterTagId: null }))
    },
    redoTags: () => {
      setState(({ tags }) => ({ tags: redo(tags), filterTagId: null }))
    },
    filterByTag: (id) => {
      setState(({ filterTagId }) => ({ filterTagId: id === filterTagId ? null : id }))
    },
  }
}
