import type { UnitVector } from '../../../../core/brands'
import { done, type Outcome } from '../../../../core/errors/outcome'
import { headToCode } from '../../../../core/tasks/own/files/head-code'
import { headToOnnx } from '../../../../core/tasks/own/files/onnx-head'
import { writeOwnFile, type FileModel, type OwnFile } from '../../../../core/tasks/own/files/own-file'
import type { Mark } from '../../../../core/tasks/own/marks'
import { NO, YES } from '../../../../core/tasks/own/training-set'
import { tagKey } from '../../../../core/tags/parse-tags'
import { toTagList } from '../../../../core/tags/tag-list'
import { own as ownWords } from '../../../../words/en/own'
import type { OwnFileActions } from '../own-actions'
import type { ActionDeps } from '../../../app-deps'
import type { AppState } from '../../../app-state'
import type { WorkKeeper } from '../../../history/work-history'
import type { Notices } from '../../../messages/notices'
import { wordModel } from '../../../model/current-model'
import { makeSmallPictures, weighSmallPictures, type Shrink } from './make-small-pictures'
import { whenModelCame } from '../../../model/when-model-came'
import { agreesWith, probeRun } from './probe-run'
import { unpackOwnFile } from './unpack-own-file'
import { gatherExamples } from '../gather-examples'
import type { HeadAlone } from '../trainer'

/** What files of a classifier are written and opened with. */
export interface OwnFilesDeps extends Pick<
  ActionDeps,
  'store' | 'engine' | 'openArchive' | 'wordsWith' | 'newId'
> {
  readonly work: Pick<WorkKeeper, 'record'>
  readonly notices: Pick<Notices, 'show' | 'showProblem' | 'settled'>
  readonly shrink: Shrink
  /** Told that a classifier has gone into a file, whole or as its head. */
  readonly onSaved: () => void
  /** Lets a head without examples answer. */
  readonly answerBy: (alone: HeadAlone) => void
}

/** Of a picture whose name is not given away. */
const namedByHash = (sha256: string): string => sha256.slice(0, 12)

const factsOf = (state: AppState): FileModel | null => {
  const model = wordModel(state.model)
  return (
    model && {
      ...{ id: model.id, revision: model.revision, recipe: model.recipe.key },
      ...{ dtype: model.dtype.vision, device: model.device },
      ...(model.executor?.kind === 'own' && { executor: 'own' }),
    }
  )
}

/** The classifier that answers, with what it has learned from; `null` where there is none. */
const toOwnFile = (state: AppState): OwnFile | null => {
  const { own, tags } = state
  const [gathered, model] = [gatherExamples(state), factsOf(state)]
  if (!own || !gathered || !model || gathered.classIds.length !== own.classIds.length) return null
  const { ids, labels, vectors, width, mode, together } = gathered.examples
  const classes = gathered.classIds
  const placesOf = (example: number, label: number) =>
    [...classes.keys()].filter((c) => labels[example * classes.length + c] === label)
  return {
    ...{ mode, model, width, vectors, head: own.head },
    classes: classes.map((id) => tags.find((tag) => tag.id === id)?.text ?? id),
    examples: ids.map((sha256, i) => ({
      sha256,
      name: namedByHash(sha256),
      yes: placesOf(i, YES),
      // With one label what is not named follows from what is.
      no: mode === 'single' ? [] : placesOf(i, NO),
      ...(together?.[i] && { group: together[i] }),
    })),
  }
}

const idsOf = ({ examples }: OwnFile): readonly string[] => examples.map(({ sha256 }) => sha256)

/** Whether vectors of the one can be told from those of the other by nothing but rounding. */
const isSameModel = (a: FileModel, b: FileModel): boolean =>
  a.id === b.id && a.revision === b.revision && a.recipe === b.recipe

/** What notices tell of. */
const ABOUT_OPENING = 'a file of a classifier'
const ABOUT_SAVING = 'a classifier as a file'

/** Creates what is done with files of classifiers. */
export const createOwnFiles = (deps: OwnFilesDeps): OwnFileActions => {
  const { store, notices, work } = deps
  const words = () => deps.wordsWith(ownWords)

  /** Makes the file's tags and examples the person's own, as one step. */
  const take = (file: OwnFile, withVectors: boolean) => {
    const state = store.getState()
    const modelKey = wordModel(state.model)?.key ?? ''
    const known = new Map(state.tags.map((tag) => [tagKey(tag.text), tag]))
    const tags = toTagList(file.classes, deps.newId).map((tag) => known.get(tagKey(tag.text)) ?? tag)
    const idOf = (place: number) =>
      tags.find(({ text }) => tagKey(text) === tagKey(file.classes[place] ?? ''))?.id ?? ''
    const here = new Map(state.marks.map((mark) => [mark.id, mark]))
    const marks = file.examples.map(({ sha256, name, yes, no, group }, i): Mark => {
      const mark = here.get(sha256)
      const small = file.small?.get(sha256) ?? mark?.small
      // Looked at when it was read: of length 1.
      const embedding = file.vectors.slice(i * file.width, (i + 1) * file.width) as UnitVector
      const encoded = withVectors ? { modelKey, embedding } : null
      return {
        ...{ id: sha256, name: mark?.name ?? name, yes: yes.map(idOf), no: no.map(idOf), encoded },
        ...(group !== undefined && { group }),
        ...(small && { small }),
      }
    })
    const come = new Set(marks.map(({ id }) => id))
    const { template, temperature, rules } = state.settings
    store.setState({ learns: true })
    work.record(
      { kind: 'mark-pictures', count: marks.length },
      {
        tags,
        marks: [...state.marks.filter(({ id }) => !come.has(id)), ...marks],
        scoring: { template, temperature, rules: { ...rules, mode: file.mode } },
      },
    )
    notices.show({
      tone: 'info',
      text: () => words().t('own.opened', { count: marks.length }),
      action: null,
    })
  }

  /** Makes the file's tags the person's own, as one step, and lets its head answer under them. */
  const takeHead = ({ head, classes }: OwnFile, name: string) => {
    const { model, settings } = store.getState()
    const { template, temperature, rules } = settings
    // Of its own, even where the same words are tags: with them it goes and comes back.
    const tags = toTagList(classes, deps.newId)
    store.setState({ learns: true })
    deps.answerBy({
      ...{ modelKey: wordModel(model)?.key ?? '', head },
      classIds: tags.map(({ id }) => id),
    })
    const scoring = { template, temperature, rules: { ...rules, mode: head.mode } }
    work.record({ kind: 'replace-tags' }, { tags, scoring })
    tell('own.headOpened', name)
  }

  const tell = (key: 'own.headOpened' | 'own.nearly', name: string) => {
    notices.show({ tone: 'info', stays: true, text: () => words().t(key, { name }), action: null })
  }

  const pack = async (file: OwnFile): Promise<Outcome<Blob | null>> => {
    const probes = await probeRun(deps)
    const left = [
      Object.entries(writeOwnFile({ ...file, ...(probes && { probes }) })).map(([path, part]) => ({
        path,
        file: new Blob([part]),
      })),
    ]
    const next = () => Promise.resolve(left.pop() ?? [])
    const packed = await deps.engine.models.pack(next, null, new AbortController().signal)
    return packed.kind === 'done' ? done(packed.value.pack) : packed
  }

  /** The file with what its examples look like and are called; `null` where that was aborted. */
  const withSmall = async (
    file: OwnFile,
    state: AppState,
    making: Parameters<typeof makeSmallPictures>[3],
  ): Promise<OwnFile | null> => {
    const small = await makeSmallPictures(state, idsOf(file), deps.shrink, making)
    const names = new Map(state.marks.map(({ id, name }) => [id, name]))
    const named = file.examples.map((one) => ({ ...one, name: names.get(one.sha256) ?? one.name }))
    return small && { ...file, examples: named, small }
  }

  const actions: OwnFileActions = {
    weighSmall: () => {
      const state = store.getState()
      const file = toOwnFile(state)
      return weighSmallPictures(state, file ? idsOf(file) : [], deps.shrink)
    },
    save: async (kind, download, making) => {
      const state = store.getState()
      const file = toOwnFile(state)
      if (!file) return
      const { head, classes, model } = file
      deps.onSaved()
      switch (kind) {
        case 'onnx':
          download(new Blob([headToOnnx(head)]), 'classifier.onnx')
          return
        case 'python':
          download(new Blob([headToCode(kind, head, classes, model)]), 'classifier.py')
          return
        case 'javascript':
          download(new Blob([headToCode(kind, head, classes, model)]), 'classifier.js')
          return
        case 'taglens':
        case 'head': {
          const isHead = kind === 'head'
          const whole = making && !isHead ? await withSmall(file, state, making) : file
          if (!whole) return
          const packed = await pack(isHead ? { ...file, examples: [], vectors: new Float32Array(0) } : whole)
          if (packed.kind === 'failed')
            notices.showProblem(packed.error, () => void actions.save(kind, download, making), ABOUT_SAVING)
          if (packed.kind !== 'done') return
          notices.settled(ABOUT_SAVING)
          if (packed.value) download(packed.value, isHead ? 'classifier-head.taglens' : 'classifier.taglens')
        }
      }
    },
    open: async (archive) => {
      const read = await unpackOwnFile(deps, archive)
      const { name } = archive
      if ('problem' in read) {
        const { problem } = read
        notices.show({
          tone: 'problem',
          about: ABOUT_OPENING,
          text: () => words().t(`own.files.${problem}`, { name }),
          action: null,
        })
        return
      }
      const { file } = read
      await whenModelCame(store)
      const model = factsOf(store.getState())
      const isSame = model !== null && isSameModel(model, file.model)
      const agree = isSame ? await agreesWith(deps, file) : 'not'
      const isHead = file.examples.length === 0
      if (agree !== 'not') {
        if (isHead) takeHead(file, name)
        else take(file, true)
        notices.settled(ABOUT_OPENING)
        if (agree === 'nearly') tell('own.nearly', name)
        return
      }
      const why = isHead
        ? (['own.headOtherModel', 'own.headOtherRun'] as const)
        : (['own.otherModel', 'own.otherRun'] as const)
      notices.show({
        tone: 'problem',
        about: ABOUT_OPENING,
        stays: true,
        text: () => words().t(why[isSame ? 1 : 0], { name, model: file.model.id }),
        action: isHead
          ? null
          : {
              label: () => words().t('own.withoutVectors'),
              run: () => {
                take(file, false)
              },
            },
      })
    },
  }
  return actions
}
