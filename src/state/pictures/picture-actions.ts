import { failed } from '../../core/errors/outcome'
import { wasReadFast } from '../../core/pixels/reduction'
import { visibleText } from '../../core/tags/visible-text'
import type { PictureActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { Picture, PicturePhase } from '../app-state'
import type { WorkKeeper } from '../history/work-history'
import { currentModel } from '../model/current-model'
import type { PictureQueue } from './queue/picture-queue'
import { moveSelection, selectPicture } from './selection'

const ownName = (file: Blob): string => (file instanceof File ? file.name : '')

/** What a picture that was read fast is to be once it is read exactly; `null` of any other. */
const toReadAgain = ({ phase }: Picture): PicturePhase | null =>
  phase.kind === 'ready' && wasReadFast({ ...phase.facts, reducedBy: phase.encoded.reducedBy })
    ? { kind: 'waiting', facts: phase.facts }
    : null

/** How many pictures were read fast. */
export const countReadFast = (pictures: readonly Picture[]): number =>
  pictures.filter((picture) => toReadAgain(picture) !== null).length

/** Builds what can be done with pictures. */
export const createPictureActions = (
  { store, engine, newId, selectors, words }: ActionDeps,
  queue: PictureQueue,
  work: WorkKeeper,
): Omit<PictureActions, 'startFinding' | 'takeFiles' | 'takeAddresses' | 'whileReadingIn'> => {
  const { getState, setState } = store
  const shownIds = () => selectors.shownPictures(getState()).map(({ id }) => id)
  const setSelection = (next: ReturnType<typeof selectPicture>) => {
    setState({ selection: next })
  }

  const toPicture =
    (isSample: boolean, nameByFile?: ReadonlyMap<Blob, string>) =>
    (file: Blob): Picture => ({
      id: newId(),
      // A pasted picture has bytes and no name.
      name: visibleText(nameByFile?.get(file) ?? ownName(file)) || words().t('notices.pastedPicture'),
      file,
      isSample,
      phase: { kind: 'waiting', facts: null },
    })

  const focusFirst = ([first]: readonly Picture[]) => {
    if (first && getState().selection.focusId === null)
      setSelection(selectPicture(getState().selection, shownIds(), first.id, 'only'))
  }

  const queueAgain = (isMeant: (picture: Picture) => boolean) => {
    setState(({ pictures }) => ({
      pictures: pictures.map((picture) =>
        isMeant(picture) ? { ...picture, phase: { kind: 'waiting', facts: picture.phase.facts } } : picture,
      ),
    }))
    queue.pump()
  }

  return {
    addPictures: (files, nameByFile) => {
      if (files.length === 0) return []
      setState(({ settings }) => (settings.welcomed ? {} : { settings: { ...settings, welcomed: true } }))
      const added = files.map(toPicture(false, nameByFile))
      // The samples make room for the person's own; undo brings them back.
      const own = getState().pictures.filter(({ isSample }) => !isSample)
      work.record({ kind: 'add-pictures', count: added.length }, { pictures: [...own, ...added] })
      focusFirst(added)
      return added.map(({ id }) => id)
    },
    addSamples: (files) => {
      const { pictures, history } = getState()
      // The person may have been quicker than the network, and what they undid must find the list as it was.
      const touched = [...history.past, ...history.future].some(({ change }) => change.pictures)
      if (pictures.length > 0 || touched) return
      const samples = files.map(toPicture(true))
      work.change({ pictures: samples })
      focusFirst(samples)
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
      const { pictures } = getState()
      const left = pictures.filter(({ id }) => !gone.has(id))
      const count = pictures.length - left.length
      if (count === 0) return
      work.record({ kind: 'remove-pictures', count }, { pictures: left })
      work.offerUndo(({ t }) => t('notices.removed', { count }))
    },
    retryPicture: (id) => {
      queueAgain(({ id: own, phase }) => own === id && (phase.kind === 'failed' || phase.kind === 'stopped'))
    },
    encodeStopped: () => {
      queueAgain(({ phase }) => phase.kind === 'stopped')
    },
    setVisible: queue.setVisible,
    setSort: (sort, scoreOf) => {
      setState(({ selection, similarTo, sort: before }) => ({
        sort,
        scoreOf: sort.by === 'score' ? (scoreOf ?? null) : null,
        // The other way round it is the same picture still.
        similarTo:
          sort.by !== 'likeness'
            ? null
            : before.by === 'likeness' && before.descending !== sort.descending
              ? similarTo
              : selection.focusId,
      }))
    },
    drawScoresOf: (label) => {
      setState(({ histogramsOf }) => ({ histogramsOf: [...histogramsOf, label] }))
      return () => {
        setState(({ histogramsOf: drawn }) => ({ histogramsOf: drawn.toSpliced(drawn.indexOf(label), 1) }))
      }
    },
    setReading: (reading) => {
      const before = getState()
      const read = new Map<string, Picture>()
      const pictures = before.pictures.map((picture) => {
        const phase = reading === 'exact' ? toReadAgain(picture) : null
        if (phase === null) return picture
        read.set(picture.id, picture)
        return { ...picture, phase }
      })
      setState(({ settings }) => ({ settings: { ...settings, reading }, ...(read.size > 0 && { pictures }) }))
      queue.pump()
      return {
        again: read.size,
        takeBack: () => {
          const modelKey = currentModel(getState().model)?.key
          const back = new Set<string>()
          setState((now) => ({
            settings: { ...now.settings, reading: before.settings.reading },
            pictures: now.pictures.map((picture) => {
              const phase = read.get(picture.id)?.phase
              const isOf = phase?.kind === 'ready' && phase.encoded.modelKey === modelKey
              if (!isOf || picture.phase.kind === 'ready') return picture
              back.add(picture.id)
              return { ...picture, phase }
            }),
          }))
          queue.forget(back)
        },
      }
    },
    setExtent: (extent) => {
      setState(({ settings }) => ({ settings: { ...settings, extent } }))
    },
    retryPictures: (ids) => {
      queueAgain(({ id, phase }) => ids.has(id) && phase.kind === 'failed')
    },
    pauseQueue: queue.pause,
    resumeQueue: queue.resume,
    stopQueue: queue.stop,
    viewCrop: async (id, signal) => {
      const picture = getState().pictures.find((candidate) => candidate.id === id)
      if (!picture) return failed({ code: 'VALIDATION_ERROR', problem: { kind: 'picture-gone' } })
      if (picture.absent) return failed({ code: 'IMAGE_ELSEWHERE' })
      return engine.viewCrop(picture.file, picture.name, signal)
    },
  }
}
