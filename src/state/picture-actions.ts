import { failed } from '../core/outcome'
import type { PictureActions } from './app-actions'
import type { ActionDeps } from './app-deps'
import type { Picture } from './app-state'
import type { Notices } from './notices'
import type { PictureQueue } from './picture-queue'
import { moveSelection, selectPicture, withoutPictures } from './selection'

const ownName = (file: Blob): string => (file instanceof File ? file.name : '')

/** Builds what can be done with pictures. */
export const createPictureActions = (
  { store, engine, urls, newId, selectors, words }: ActionDeps,
  queue: PictureQueue,
  notices: Notices,
): PictureActions => {
  const { getState, setState } = store
  const shownIds = () => selectors.shownPictures(getState()).map(({ id }) => id)
  const setSelection = (next: ReturnType<typeof selectPicture>) => {
    setState({ selection: next })
  }

  const release = (pictures: readonly Picture[]) => {
    for (const { url, phase } of pictures) {
      urls.revoke(url)
      if ('facts' in phase && phase.facts) urls.revoke(phase.facts.thumbnailUrl)
    }
  }

  /** Puts removed pictures back where they were, as far as what was beside them is still there. */
  const restore = (removed: readonly { readonly picture: Picture; readonly index: number }[]) => {
    setState(({ pictures }) => {
      const restored = [...pictures]
      for (const { picture, index } of removed) {
        const phase =
          picture.phase.kind === 'encoding' ? { ...picture.phase, kind: 'waiting' as const } : picture.phase
        restored.splice(index, 0, { ...picture, phase })
      }
      return { pictures: restored }
    })
    queue.pump()
  }

  const add = (files: readonly Blob[], isSample: boolean): readonly string[] => {
    const added = files.map((file): Picture => ({
      id: newId(),
      // A pasted picture has bytes and no name.
      name: ownName(file) || words().t('notices.pastedPicture'),
      file,
      isSample,
      url: urls.create(file),
      phase: { kind: 'waiting', facts: null },
    }))
    setState(({ pictures }) => ({ pictures: [...pictures, ...added] }))
    const first = added[0]
    if (first && getState().selection.focusId === null)
      setSelection(selectPicture(getState().selection, shownIds(), first.id, 'only'))
    queue.pump()
    return added.map(({ id }) => id)
  }

  /** Makes room for the person's own pictures; nobody asked for the samples, so nobody is asked. */
  const clearSamples = () => {
    const samples = getState().pictures.filter(({ isSample }) => isSample)
    if (samples.length === 0) return
    const gone = new Set(samples.map(({ id }) => id))
    const selection = withoutPictures(getState().selection, shownIds(), gone)
    setState(({ pictures }) => ({ selection, pictures: pictures.filter(({ isSample }) => !isSample) }))
    queue.forget(gone)
    release(samples)
  }

  return {
    addPictures: (files) => {
      if (files.length === 0) return []
      clearSamples()
      setState(({ settings }) => (settings.welcomed ? {} : { settings: { ...settings, welcomed: true } }))
      return add(files, false)
    },
    addSamples: (files) => {
      // The person may have been quicker than the network.
      if (getState().pictures.length === 0) add(files, true)
    },
    select: (id, mode) => {
      setSelection(selectPicture(getState().selection, shownIds(), id, mode))
    },
    selectAll: () => {
      setState(({ selection }) => ({ selection: { ...selection, ids: new Set(shownIds()) } }))
    },
    moveFocus: (delta, mode) => {
      setSelection(moveSelection(getState().selection, shownIds(), delta, mode))
    },
    removePictures: (ids) => {
      const gone = new Set(ids)
      const removed = getState().pictures.flatMap((picture, index) =>
        gone.has(picture.id) ? [{ picture, index }] : [],
      )
      if (removed.length === 0) return
      const selection = withoutPictures(getState().selection, shownIds(), gone)
      setState(({ pictures }) => ({ selection, pictures: pictures.filter(({ id }) => !gone.has(id)) }))
      queue.forget(gone)
      let kept = false
      const noticeId = notices.show(
        {
          tone: 'info',
          text: ({ t }) => t('notices.removed', { count: removed.length }),
          action: {
            label: ({ t }) => t('notices.undo'),
            run: () => {
              kept = true
              restore(removed)
              notices.dismiss(noticeId)
            },
          },
        },
        () => {
          if (!kept) release(removed.map(({ picture }) => picture))
        },
      )
    },
    retryPicture: (id) => {
      setState(({ pictures }) => ({
        pictures: pictures.map((picture) =>
          picture.id === id && (picture.phase.kind === 'failed' || picture.phase.kind === 'stopped')
            ? {
                ...picture,
                phase: { kind: 'waiting', facts: 'facts' in picture.phase ? picture.phase.facts : null },
              }
            : picture,
        ),
      }))
      queue.pump()
    },
    setVisible: queue.setVisible,
    setSort: (sort) => {
      setState({ sort })
    },
    pauseQueue: queue.pause,
    resumeQueue: queue.resume,
    stopQueue: queue.stop,
    viewCrop: async (id, signal) => {
      const picture = getState().pictures.find((candidate) => candidate.id === id)
      if (!picture) return failed({ code: 'VALIDATION_ERROR', problem: { kind: 'picture-gone' } })
      return engine.viewCrop(picture.file, picture.name, signal)
    },
  }
}
