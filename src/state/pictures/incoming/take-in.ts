import { type ComingFiles, commonFolder } from '../../../core/incoming/entry-paths'
import { OWN_NAME } from '../../../core/incoming/entry-kind'
import { type LandsOn, type LeftOut, sortEntries } from '../../../core/incoming/sort-entries'
import type { TaglensError } from '../../../core/errors/taglens-error'
import { holdsModel } from '../../../core/model/files/holds-model'
import type { ArchiveEntry } from '../../../platform/pictures/read-archive'
import { readsFast } from '../../../platform/device/secure-parts'
import { incoming } from '../../../words/en/pictures/incoming'
import type { PictureActions, TakenIn } from '../../app-actions'
import { describeError } from '../../messages/describe-error'
import { sentenceOf } from '../../messages/error-description'
import type { Notices } from '../../messages/notices'
import { showStoppable } from '../../messages/show-stoppable'
import { isClassifier, isProject } from '../kept/unpack-project'
import { claimAbsent } from './claim-absent'
import { inspectFiles, type IncomingFile } from './incoming-file'
import { land, named, pathOfFile, type NamedPicture } from './named-pictures'
import { sliceFolder } from './slice-folder'
import { offerFast } from './offer-fast'
import { repeatedPictures } from '../repeated-pictures'
import { NO_TABLES, offerFolders, offerTables, tellOfOthers } from './offer-marks'
import type { TakeInDeps } from './take-in-deps'
import { takeLater } from './take-later'
import { unpackArchive } from './unpack-archive'

/** What comes of an archive, a folder or single files: pictures, and what is left of it. */
interface Found {
  readonly pictures: readonly NamedPicture[]
  readonly leftOut: readonly LeftOut[]
  /** Whether the person knows why there may be nothing: it cannot be read, or was stopped. */
  readonly isKnown?: boolean
}

/** What a notice tells of. */
const aboutArchive = (name: string) => `archive ${name}`

const UNREADABLE: Found = { pictures: [], leftOut: [], isKnown: true }

/** Unpacks an archive while a notice tells how far it is, and lets it be stopped: what has come by then is kept. */
const unpack = async (
  { notices, wordsWith }: TakeInDeps,
  { name }: File,
  entries: readonly ArchiveEntry[],
  taken: ReadonlySet<string>,
): Promise<Found> => {
  const stopping = new AbortController()
  const text = (done: number, total: number) => () => {
    const { t, format } = wordsWith(incoming)
    return t('incoming.opening', { name, done: format.count(done), total: format.count(total) })
  }
  const stop = () => {
    stopping.abort()
  }
  const notice = showStoppable(notices, text(0, entries.length), stop)
  const { pictures, leftOut } = await unpackArchive(entries, stopping.signal, (done, total) => {
    if (done % 20 === 0) notices.reword(notice, text(done, total))
  })
  const isKnown = stopping.signal.aborted
  notices.dismiss(notice)
  return { pictures: named(name.replace(/\.zip$/i, ''), pictures, taken), leftOut, isKnown }
}

/** Says in one line what was left out, and which on request. */
const tellLeftOut = (
  { store, notices, wordsWith }: TakeInDeps,
  leftOut: readonly LeftOut[],
  hasOthers: boolean,
): void => {
  const count = leftOut.length
  store.setState(({ sidecars }) => {
    const more = leftOut.flatMap(({ path, why }) => (why === 'sidecar' ? [path] : []))
    return { leftOut, sidecars: [...new Set([...sidecars, ...more])] }
  })
  notices.show({
    tone: 'info',
    text: () => {
      const { t, format } = wordsWith(incoming)
      if (count === 0) return t('incoming.empty')
      const apart = leftOut.flatMap(({ path, why }) => (why === 'own' ? [path] : []))
      const said = hasOthers || apart.length > 0 ? 'incoming.leftOut' : 'incoming.noPictures'
      return [
        ...(apart.length > 0 ? [t('incoming.apart', { names: format.list(apart) })] : []),
        ...(apart.length < count ? [t(said, { count: count - apart.length })] : []),
      ].join(' ')
    },
    action: count === 0 ? null : { label: () => wordsWith(incoming).t('incoming.which'), opens: 'left-out' },
  })
}

/** The pictures that the notice of the same ones speaks of. */
const repeatedIds = new WeakMap<Notices, ReadonlySet<string>>()

const ABOUT_SAME = 'pictures that are the same'

/**
 * Says in one line that pictures are the same as others, and takes them off the list where the person likes. As long as
 * it is not answered it grows: pictures of a list of addresses come one after the other. It says what is so: of pictures
 * that leave the list it speaks no longer, and where they are shown side by side there is nothing left to say.
 */
export const tellRepeated = (
  { store, notices, wordsWith }: Pick<TakeInDeps, 'store' | 'notices' | 'wordsWith'>,
  more: readonly string[],
  remove: PictureActions['removePictures'],
): void => {
  const texts = () => wordsWith(incoming)
  const { notices: shown, view } = store.getState()
  if (view === 'duplicates') return
  const isShown = shown.some(({ about }) => about === ABOUT_SAME)
  const wanted = new Set([...(isShown ? (repeatedIds.get(notices) ?? []) : []), ...more])
  const stillThere = () => repeatedPictures(store.getState().pictures).filter((id) => wanted.has(id))
  let ids = stillThere()
  if (ids.length === 0) return
  repeatedIds.set(notices, wanted)
  const text = () => texts().t('incoming.same', { count: ids.length })
  const keepOne = () => {
    remove(ids)
  }
  const notice = notices.show(
    {
      ...{ tone: 'info', about: ABOUT_SAME, stays: true, text },
      action: { label: () => texts().t('incoming.keepOne'), run: keepOne },
      otherwise: () => texts().t('incoming.keepAll'),
      holds: (state) => state.view !== 'duplicates',
    },
    () => {
      stopWatching()
    },
  )
  const stopWatching = store.subscribe(({ pictures }, before) => {
    // A list that grows or is encoded has them all; of ten thousand it is not looked at for that.
    if (pictures.length >= before.pictures.length) return
    ids = stillThere()
    if (ids.length === 0) notices.dismiss(notice)
    else notices.reword(notice, () => text())
  })
}

/** Says once that this browser changes pixels as they are read, and what that means. */
export const tellNoise = ({ notices, wordsWith }: Pick<TakeInDeps, 'notices' | 'wordsWith'>): void => {
  notices.show({
    tone: 'info',
    stays: true,
    text: () => wordsWith(incoming).t('incoming.noise'),
    action: null,
  })
}

/** Says of an archive what is wrong with it. */
const tellArchive = ({ notices }: TakeInDeps, { name }: File, error: TaglensError): void => {
  notices.show({
    ...{ tone: 'problem', about: aboutArchive(name), action: null },
    text: (words) => sentenceOf(describeError(words, error)),
  })
}

/** Opens what this app has written and came by itself: a project, or a classifier. Mail and chat programs call such a file `.zip`. @returns whether it is one. */
const opensOwn = async (deps: TakeInDeps, file: File): Promise<boolean> => {
  const isNamed = OWN_NAME.test(file.name)
  if (!isNamed && !/\.zip$/i.test(file.name)) return false
  const entries = await deps.openArchive(file)
  if (entries.kind === 'done') {
    const isOfProject = isProject(entries.value)
    if (isOfProject) await (await deps.actions.keptPictures.load()).openProject(file)
    else if (isNamed || isClassifier(entries.value))
      await (await deps.actions.marking.load()).files.open(file)
    else return false
    deps.notices.settled(aboutArchive(file.name))
    return true
  }
  // What is no archive of ours is told of where archives are opened.
  if (isNamed && entries.kind === 'failed') tellArchive(deps, file, entries.error)
  return isNamed
}

/**
 * Takes in files, whichever way they came: pictures join the list or become tags, archives are unpacked, and what is
 * neither is told in one line. A model and lists of tags are the caller's to deal with.
 */
export const takeIn = async (
  deps: TakeInDeps,
  came: ComingFiles<File>,
  landsOn: LandsOn,
): Promise<TakenIn> => {
  const { store, notices, openArchive, actions } = deps
  const files = await sliceFolder(came)
  const [first] = files
  if (first && files.length === 1 && (await opensOwn(deps, first)))
    return { model: null, lists: [], video: null }
  const inspected = await inspectFiles(files)
  const model = { model: files, lists: [], video: null }
  if (holdsModel(inspected.map(({ path }) => path))) return model
  const sorted = sortEntries(inspected, landsOn)
  const taken = new Set(store.getState().pictures.map(({ name }) => name))
  const had = new Set(store.getState().pictures.map(({ id }) => id))
  const found: Found[] = [
    {
      pictures: named(commonFolder(files.map(pathOfFile)), sorted.pictures, taken),
      leftOut: sorted.leftOut,
    },
  ]

  const classifiers: IncomingFile[] = []
  const projects: IncomingFile[] = []
  const open = async (archive: IncomingFile): Promise<Found | 'model'> => {
    const { file, kind } = archive
    const entries = await openArchive(file)
    if (entries.kind === 'done') {
      notices.settled(aboutArchive(file.name))
      const ours = isProject(entries.value)
        ? projects
        : kind === 'own' || isClassifier(entries.value)
          ? classifiers
          : null
      if (ours) {
        ours.push(archive)
        return UNREADABLE
      }
      const isModel = files.length === 1 && holdsModel(entries.value.map(({ path }) => path))
      return isModel ? 'model' : unpack(deps, file, entries.value, taken)
    }
    if (entries.kind === 'failed') tellArchive(deps, file, entries.error)
    return UNREADABLE
  }
  for (const archive of sorted.archives) {
    const opened = await open(archive)
    if (opened === 'model') return model
    found.push(opened)
  }

  const pictures = found.flatMap((part) => part.pictures)
  // Each puts its tags in place of those that are there, and a project is a list of its own.
  const [opens = null] = classifiers.length === 1 ? classifiers : []
  const apart = [...classifiers, ...projects].filter((archive) => archive !== opens)
  const leftOut = [
    ...found.flatMap((part) => part.leftOut),
    ...apart.map(({ path }): LeftOut => ({ path, why: 'own' })),
  ]
  const news = landsOn === 'tags' ? pictures : await claimAbsent(deps, pictures)
  land(actions, news, landsOn)
  if (readsFast()) offerFast(deps)
  if (files.later) leftOut.push(...(await takeLater(deps, files.later, landsOn, pictures.length, taken)))
  const tables = landsOn === 'tags' ? NO_TABLES : await offerTables(deps, inspected)
  if (landsOn === 'pictures' && tables.asked.size === 0) {
    const come = store.getState().pictures.filter(({ id }) => !had.has(id))
    offerFolders(deps, new Set(come.map(({ id }) => id)))
  }
  const rest = leftOut.filter(({ path }) => !tables.asked.has(path))
  const lists = sorted.lists.filter(({ path }) => !tables.asked.has(path) && !tables.ofOthers.has(path))
  for (const { path, file } of sorted.lists) if (tables.ofOthers.has(path)) tellOfOthers(deps, file)
  const { video } = sorted
  const hasOthers = pictures.length + sorted.lists.length > 0 || video !== null
  if (rest.length > 0 || (!hasOthers && !found.some(({ isKnown }) => isKnown)))
    tellLeftOut(deps, rest, hasOthers)
  if (opens) await (await actions.marking.load()).files.open(opens.file)
  return { model: null, lists: lists.map(({ file }) => file), video: video?.file ?? null }
}
