import { choiceOf } from '../../core/model/model-choice'
import { hubSource } from '../../core/model/catalogue/model-names'
import type { Bytes } from '../../core/brands'
import { HUB_HOST, type ModelSource } from '../../core/model/model-source'
import { begunClip, wholeMobileClip } from '../model-fixtures'
import { addNamed, MINI, type Scene } from './scene'
import type { Stage } from './stage'

const hub = (id: string): ModelSource => hubSource(HUB_HOST, id)

const clip = hub('Xenova/clip-vit-base-patch32')

/** A download that does not end while it is looked at. */
const HOUR_MS = 3_600_000

const options = { stored: [wholeMobileClip, begunClip] }

/** The model panel, with whatever `reach` makes of it. */
const panel = (name: string, reach: (stage: Stage) => unknown): Scene => ({
  name,
  options,
  reach: async (stage) => {
    stage.app.actions.loadBuiltIn()
    await stage.whenIdle()
    stage.screen.setState({ dialog: 'model' })
    await stage.opened()
    await reach(stage)
  },
})

const choose = (id: string) => (stage: Stage) => stage.app.actions.chooseModel(choiceOf(hub(id)))

const begin = (id: string) => (stage: Stage) => void stage.app.actions.loadModel(hub(id))

/** What a model's card, strip and panel show. */
export const modelScenes: readonly Scene[] = [
  panel('the model in use', (stage) => stage.press('In use')),
  panel('models to choose from', (stage) => stage.press('Choose')),
  panel('models on this device', (stage) => stage.press('On this device')),
  panel('a plan', choose('Xenova/clip-vit-base-patch32')),
  panel('a model on our own kernels', async (stage) => {
    await stage.app.actions.loadModel(clip, { device: 'wasm', executor: 'own' })
    await stage.press(/^(In use|En uso|المستخدم)$/)
  }),
  panel('a plan of finer weights', async (stage) => {
    const own = choiceOf(clip, { device: 'wasm', executor: 'own' })
    await stage.app.actions.chooseModel({ ...own, finer: true })
  }),
  // Never answered, so it is not waited for.
  panel('a question to the host', (stage) => void choose('owner/asking')(stage)),
  panel('a download', begin('owner/slow-clip')),
  panel('a paused download', (stage) => {
    begin('owner/slow-clip')(stage)
    stage.app.actions.pauseLoading()
  }),
  panel('a model that is not there', choose('owner/missing')),
  panel('a host out of reach', choose('owner/offline')),
  panel('a file that is spoiled', (stage) => stage.app.actions.loadModel(hub('owner/corrupt'))),
  panel('a model that gave wrong numbers on the graphics card', (stage) =>
    stage.app.actions.loadModel(hub('owner/demoted')),
  ),
  {
    name: 'a download beside the ranking',
    options: { ...options, gpu: { kind: 'none' } },
    reach: async (stage) => {
      await stage.app.actions.loadModel(hub(MINI))
      await addNamed(stage, ['car-1.jpg'])
      begin('owner/slow-clip')(stage)
    },
  },
  {
    name: 'a model that has come',
    options: { ...options, gpu: { kind: 'none' } },
    reach: async (stage) => {
      await stage.app.actions.loadModel(hub(MINI))
      await addNamed(stage, ['car-1.jpg', 'truck-2.jpg'])
      await stage.app.actions.loadModel(hub('Xenova/clip-vit-base-patch32'))
      stage.screen.setState({ phoneShows: 'picture' })
    },
  },
  {
    name: 'a quick look that its host does not have',
    options: { ...options, gpu: { kind: 'none' } },
    reach: async (stage) => {
      await stage.app.actions.loadModel(hub(MINI))
      await addNamed(stage, ['car-1.jpg'])
      begin('owner/slow-clip')(stage)
      stage.app.actions.setModelHost('https://missing.example')
      await stage.press(/^Quick look|^Vistazo|^نظرة/)
    },
  },
  {
    name: 'photographs while the model for them is opened',
    options: { ...options, gpu: { kind: 'none' } },
    reach: async (stage) => {
      await stage.app.actions.loadModel(hub(MINI))
      await addNamed(stage, ['car-1.jpg', 'truck-2.jpg'])
      begin('owner/opening-clip')(stage)
      stage.screen.setState({ phoneShows: 'picture' })
    },
  },
  {
    ...panel('the recommended model on its way', async (stage) => {
      begin('Xenova/clip-vit-base-patch32')(stage)
      await stage.press(/^(Choose|Elegir|اختيار)$/)
    }),
    options: { ...options, downloadTime: HOUR_MS },
  },
  {
    name: 'no room on this device',
    options: { ...options, storage: { persisted: false, usage: 9e9 as Bytes, quota: 9.1e9 as Bytes } },
    reach: async (stage) => {
      await stage.app.actions.loadModel(hub(MINI))
      stage.screen.setState({ dialog: 'model' })
      await choose('Xenova/clip-vit-base-patch32')(stage)
    },
  },
]
