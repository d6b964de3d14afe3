import { DEFAULT_HUB_ID, hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import type { OpenDialog } from '../../ui/context/screen-state'
import type { MoveProgress } from '../../protocol/move-api'
import type { AppState } from '../../state/app-state'
import type { Moving } from '../../state/exports/moves/moving'
import { addDrawings, type Scene } from './scene'
import type { Stage } from './stage'

/** A dialog over a page with results. */
const dialog = (
  name: string,
  opens: OpenDialog,
  before: (stage: Stage) => void = () => undefined,
): Scene => ({
  name,
  reach: async (stage) => {
    await stage.app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
    await addDrawings(stage, 3)
    before(stage)
    stage.screen.setState({ dialog: opens })
    await stage.opened()
  },
})

/** A job of sorting pictures into folders, so far. */
const progress = (over: number, kind: 'copy' | 'move'): MoveProgress => ({
  job: {
    ...{ id: 'job', kind, direction: 'forward', folder: 'Taglens', sources: [], total: 8113, startedAt: 0 },
    // Only its name is looked at.
    root: { name: 'Pictures' } as FileSystemDirectoryHandle,
  },
  ...{ over, done: over - 2, kept: kind === 'move' ? 1 : 0, problemCount: 2, error: null, moved: [] },
  problems: [
    { picture: 'Holiday 2025/IMG_0001.jpg', why: 'gone' },
    { picture: 'صور/صورة.png', why: 'changed' },
  ],
})

interface Writable {
  readonly setState: (change: Partial<AppState>) => void
}

/** The dialog of such a job. */
const moves = (name: string, moving: Moving): Scene => ({
  ...dialog(name, 'moves', ({ app }) => {
    // Screens only read the store; it is the whole one.
    const { setState } = app.store as Stage['app']['store'] & Writable
    setState({ moving })
  }),
  translated: true,
})

/** What opens over the page. The model panel is among `modelScenes`. */
export const dialogScenes: readonly Scene[] = [
  dialog('the palette', 'commands'),
  dialog('the keys', 'keys'),
  dialog('privacy', 'privacy'),
  dialog('about', 'about'),
  dialog('tag sets of one’s own', 'tag-sets'),
  dialog('a web address', 'address'),
  dialog('live, before a source is chosen', 'live'),
  dialog('measuring this machine', 'measure'),
  { ...dialog('what leaves in a file', 'export'), translated: true },
  {
    ...dialog('a project, with previews or without', 'export'),
    translated: true,
    reach: async (stage) => {
      await dialog('', 'export').reach?.(stage)
      await stage.press(/^Project/)
    },
  },
  moves('which pictures go into folders', { kind: 'none' }),
  moves('what would go into which folder', {
    ...{ kind: 'planned', into: 'Pictures/Taglens', total: 8113, copiedOnly: 12, refused: true },
    folders: new Map([
      ['car', 2140],
      ['a very long name of a folder that a phone cuts somewhere', 5673],
      ['سيارة', 300],
    ]),
  }),
  moves('pictures on their way into folders', { kind: 'running', progress: progress(412, 'copy') }),
  moves('a job that ended in the middle', {
    ...{ kind: 'stopped', progress: progress(412, 'move'), error: { code: 'STORAGE_FULL' } },
  }),
  moves('pictures in their folders', { kind: 'over', progress: progress(8113, 'move') }),
]
