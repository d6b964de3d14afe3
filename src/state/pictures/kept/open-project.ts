import type { Outcome } from '../../../core/errors/outcome'
import { tagKey } from '../../../core/tags/parse-tags'
import type { Tag } from '../../../core/tags/tag-list'
import type { Mark } from '../../../core/tasks/own/marks'
import type { ImportedProject } from '../../../protocol/project-api'
import { kept as keptTexts } from '../../../words/en/pictures/kept'
import type { KeptPictureActions } from '../../app-actions'
import type { AppState, Work } from '../../app-state'
import { describeError } from '../../messages/describe-error'
import { sentenceOf } from '../../messages/error-description'
import { showStoppable } from '../../messages/show-stoppable'
import { currentModel } from '../../model/current-model'
import type { KeepDeps } from './keep-deps'
import { unpackProject } from './unpack-project'

/** What projects are opened with, beside what lists are kept with. */
interface OpenProjectDeps extends KeepDeps {
  readonly keep: KeptPictureActions['keep']
  /** Writes what there is of the present list. @returns how many of its pictures are kept nowhere. */
  readonly tellAll: () => Promise<number>
  readonly switchTo: (setId: string) => Promise<void>
}

/** What the work is once a project is open: its tags in place of others, and what it says of pictures over what was said. */
const workWith = (
  { tags, marks, scoring, differing }: ImportedProject,
  before: Pick<Work, 'tags' | 'marks' | 'differing'>,
  newId: () => string,
): Partial<Work> => {
  const known = new Map(before.tags.map((tag) => [tagKey(tag.text), tag.id]))
  const byKey = new Map<string, Tag>()
  const ids = tags.map(({ text, ...tag }) => {
    const key = tagKey(text)
    const one = byKey.get(key) ?? { ...tag, text, id: known.get(key) ?? newId() }
    byKey.set(key, one)
    return one.id
  })
  const idOf = (place: number) => ids[place] ?? ''
  const come = marks.map(({ sha256, yes, no, ...mark }): Mark => {
    return { ...mark, id: sha256, yes: yes.map(idOf), no: no.map(idOf) }
  })
  const own = new Set(come.map(({ id }) => id))
  const parted = new Set(before.differing.map(({ sha256s }) => [...sha256s].sort().join()))
  return {
    tags: [...byKey.values()],
    scoring,
    marks: [...before.marks.filter(({ id }) => !own.has(id)), ...come],
    differing: [
      ...before.differing,
      ...differing
        .filter((sha256s) => !parted.has([...sha256s].sort().join()))
        .map((sha256s) => ({ id: newId(), sha256s })),
    ],
  }
}

/** Creates what opens projects. */
export const createProjectOpener = (deps: OpenProjectDeps): KeptPictureActions['openProject'] => {
  const { store, desk, tab, work, notices, newId } = deps
  const { getState, setState } = store
  const texts = () => deps.wordsWith(keptTexts)

  /** Asks before something is done that takes a word of the person. */
  const ask = (text: () => string, label: () => string, run: () => void) => {
    notices.show({
      tone: 'info',
      stays: true,
      text,
      action: { label, run },
      otherwise: () => texts().t('kept.projectStay'),
    })
  }

  /** Unpacks a project and makes it a list, while a notice tells how far it is and lets it be stopped. */
  const read = async (file: File, setId: string): Promise<Outcome<ImportedProject | null>> => {
    const { name } = file
    const stopping = new AbortController()
    const stop = () => {
      stopping.abort()
    }
    const notice = showStoppable(notices, () => texts().t('kept.opening', { name }), stop)
    const unpacked = await unpackProject(deps.openArchive, file, stopping.signal)
    const tell = (done: number, total: number) => {
      notices.reword(notice, () => {
        const { t, format } = texts()
        return t('kept.openingCount', { name, done: format.count(done), total: format.count(total) })
      })
    }
    const read =
      unpacked.kind === 'done'
        ? await desk.importProject(setId, unpacked.value, tell, stopping.signal)
        : unpacked
    notices.dismiss(notice)
    return read
  }

  /** Makes what the project says of tags and pictures the person's own, as one step. */
  const take = async (project: ImportedProject) => {
    // What keeps marks has to be there before there are more of them.
    if (project.marks.length > 0) await deps.marking.load().catch(() => undefined)
    setState({ learns: project.learns })
    const { tags, marks, differing } = getState()
    work.record({ kind: 'open-project' }, workWith(project, { tags, marks, differing }, newId))
  }

  const tellOpened = ({ name }: File, project: ImportedProject, before: string | null) => {
    const step = getState().history.past.at(-1)
    const back = (setId: string) => {
      // What was done since stays with the project.
      if (getState().history.past.at(-1) === step) deps.actions.undo()
      void deps.switchTo(setId)
    }
    const { pictures: count, models } = project
    notices.show({
      tone: 'info',
      stays: before !== null,
      text: () => texts().t('kept.projectOpened', { name, count }),
      action:
        before === null
          ? null
          : {
              label: () => texts().t('kept.projectBefore'),
              run: () => {
                back(before)
              },
            },
    })
    const present = currentModel(getState().model)
    const [key] = models
    const isAnother = (model: AppState['model']) => !models.includes(currentModel(model)?.key ?? '')
    if (key !== undefined && isAnother(getState().model))
      notices.show({
        tone: 'info',
        stays: true,
        text: () =>
          texts().t(present ? 'kept.projectOtherModel' : 'kept.projectModel', {
            name,
            model: key.split('@')[0] ?? key,
          }),
        holds: ({ model }) => isAnother(model),
        action: { label: ({ t }) => t('notices.show'), opens: 'model' },
      })
  }

  const open = async (file: File, mayLose: boolean): Promise<void> => {
    if (!getState().settings.keepsPictures) {
      const keepAndOpen = () => void deps.keep(true).then(() => open(file, mayLose))
      ask(
        () => texts().t('kept.projectNotKept'),
        () => texts().t('kept.projectKeep'),
        keepAndOpen,
      )
      return
    }
    const unkept = mayLose ? 0 : await deps.tellAll()
    if (unkept > 0) {
      const anyway = () => void open(file, true)
      ask(
        () => texts().t('kept.projectUnkept', { count: unkept }),
        () => texts().t('kept.projectAnyway'),
        anyway,
      )
      return
    }
    const before = getState().pictures.some(({ isSample }) => !isSample) ? tab.read() : null
    const setId = newId()
    const project = await read(file, setId)
    if (project.kind === 'failed') {
      const { error } = project
      notices.show({
        tone: 'problem',
        code: error.code,
        text: (words) => sentenceOf(describeError(words, error)),
        action: null,
      })
    }
    if (project.kind !== 'done') return
    if (project.value === null) {
      notices.show({ tone: 'problem', text: () => texts().t('kept.projectCannot'), action: null })
      return
    }
    // Pictures have come, if not from files: the next page puts the list back.
    setState(({ settings }) => ({ settings: { ...settings, welcomed: true } }))
    await deps.switchTo(setId)
    await take(project.value)
    tellOpened(file, project.value, before)
  }

  return (file) => open(file, false)
}
