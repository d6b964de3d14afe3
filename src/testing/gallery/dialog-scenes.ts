import { DEFAULT_HUB_ID, hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import type { OpenDialog } from '../../ui/context/screen-state'
import { addDrawings, type Scene } from './scene'

/** A dialog over a page with results. */
const dialog = (name: string, opens: OpenDialog): Scene => ({
  name,
  reach: async (stage) => {
    await stage.app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
    await addDrawings(stage, 3)
    stage.screen.setState({ dialog: opens })
    await stage.opened()
  },
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
]
