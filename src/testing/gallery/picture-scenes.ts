import { DEFAULT_HUB_ID, hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import { addDrawings, addNamed, MINI, type Scene, wideSketch } from './scene'
import type { Stage } from './stage'

const load = (id: string) => async (stage: Stage) => {
  await stage.app.actions.loadModel(hubSource(HUB_HOST, id))
}

const loadClip = load(DEFAULT_HUB_ID)

/** Says of the first picture a tag, of the second none, of the third what the model says. */
const decideSome = async ({ app }: Stage) => {
  const { review, mark, markNone } = await app.actions.marking.load()
  const { pictures, tags } = app.store.getState()
  const [first = '', second = '', third = ''] = pictures.map(({ id }) => id)
  mark([first], tags[1]?.id ?? '', 'yes')
  markNone([second])
  await review.accept([third])
  app.actions.select(first, 'only')
}

/** Pictures and what is said of them. */
export const pictureScenes: readonly Scene[] = [
  { name: 'a first visit', options: { welcomed: false } },
  { name: 'no picture yet', reach: loadClip },
  {
    name: 'one picture',
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 1)
    },
  },
  {
    name: 'a grid',
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 30)
    },
  },
  {
    name: 'pictures that are decided',
    translated: true,
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 30)
      await decideSome(stage)
      stage.screen.setState({ phoneShows: 'grid' })
    },
  },
  {
    name: 'many that are selected, to be decided at once',
    translated: true,
    wideOnly: true,
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 30)
      await decideSome(stage)
      const { review } = await stage.app.actions.marking.load()
      review.show(false)
      stage.app.actions.selectAll()
      await stage.shown('Decision')
    },
  },
  {
    name: 'suggested tags',
    translated: true,
    options: { tags: [] },
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 12)
      stage.screen.setState({ phoneShows: 'picture' })
      await stage.press('Suggest tags')
      await stage.shown('Suggested tags')
    },
  },
  {
    name: 'how far the model agrees with decisions',
    translated: true,
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 30)
      await decideSome(stage)
      stage.screen.setState({ phoneShows: 'picture' })
      await stage.press('3 decided')
      await stage.opened()
    },
  },
  {
    name: 'answers beside those of another wording',
    translated: true,
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 30)
      await decideSome(stage)
      const comparing = await stage.app.actions.comparing.load()
      comparing.compareWith({ kind: 'wording', template: 'a photo of the inside of a {}' })
      stage.screen.setState({ dialog: 'compare' })
      await stage.shown('Figures')
    },
  },
  {
    name: 'a large picture with two answers',
    translated: true,
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 4)
      stage.screen.setState({ large: true, beside: true, phoneShows: 'picture' })
      await stage.shown('What both say of this picture')
    },
  },
  {
    name: 'what an answer hangs on, and whether writing decides',
    translated: true,
    reach: async (stage) => {
      await loadClip(stage)
      await addNamed(stage, ['car.png'])
      stage.screen.setState({ large: true, why: true })
      await stage.press('Does writing decide?')
    },
  },
  {
    name: 'all of a wide picture, crop by crop',
    translated: true,
    reach: async (stage) => {
      await loadClip(stage)
      stage.app.actions.addPictures([wideSketch()])
      await stage.whenIdle()
      stage.screen.setState({ large: true, crops: true })
      await stage.listed('Tags by the mean of all crops')
    },
  },
  {
    name: 'a large picture that is decided',
    wideOnly: true,
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 4)
      await decideSome(stage)
      stage.screen.setState({ large: true })
      await stage.shown('Large picture')
    },
  },
  {
    name: 'a range of scores',
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 30)
      const [first] = stage.app.store.getState().tags
      stage.app.actions.filterByScore({ label: first?.id ?? '', least: 0.1, most: 0.8 })
      stage.screen.setState({ rangeOf: first?.id ?? '', phoneShows: 'grid' })
      await stage.shown('Only these scores')
    },
  },
  {
    name: 'pictures that are here twice',
    translated: true,
    reach: async (stage) => {
      await loadClip(stage)
      const twice = ['car-1.svg', 'car-1.svg', 'truck-2.svg', 'truck-2 (copy).svg', 'person-3.svg']
      await addNamed(stage, [...twice, 'document-4.svg', 'document-4 (copy).svg', 'document-4 (copy).svg'])
      stage.screen.setState({ phoneShows: 'grid' })
      await stage.press(/^Duplicates/)
      await stage.listed('Duplicates')
    },
  },
  {
    name: 'a map of pictures',
    translated: true,
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 120)
      stage.screen.setState({ phoneShows: 'grid' })
      await stage.press('Map')
      await stage.listed('Look-alikes')
    },
  },
  {
    name: 'details, template and scoring open',
    wideOnly: true,
    reach: async (stage) => {
      await loadClip(stage)
      await addNamed(stage, ['car-1.svg', 'document-1.svg'])
      for (const part of [/^Details/, /^Template/, /^Scoring/]) await stage.press(part)
    },
  },
  {
    name: 'a picture that no tag fits',
    options: { tags: ['boat', 'bridge'] },
    reach: async (stage) => {
      await loadClip(stage)
      await addNamed(stage, ['person-1.svg'])
    },
  },
  {
    name: 'pictures that fail',
    reach: async (stage) => {
      await loadClip(stage)
      await addNamed(stage, ['broken.jpg', 'car-1.svg', 'huge.png'])
    },
  },
  {
    name: 'a removal that can be undone',
    reach: async (stage) => {
      await loadClip(stage)
      await addDrawings(stage, 4)
      const [first] = stage.app.store.getState().pictures
      if (first) stage.app.actions.removePictures([first.id])
    },
  },
  {
    name: 'a queue that is paused',
    options: { encodeTime: () => Infinity },
    reach: async (stage) => {
      await loadClip(stage)
      void addDrawings(stage, 12)
      stage.app.actions.pauseQueue()
    },
  },
  {
    name: 'photographs on Mini',
    reach: async (stage) => {
      await load(MINI)(stage)
      await addNamed(stage, ['car-1.jpg', 'truck-2.svg', 'car-3.jpg'])
    },
  },
  {
    name: 'files that hang over the page',
    reach: async (stage) => {
      await loadClip(stage)
      stage.screen.setState({ drag: { kind: 'pictures', count: 3 } })
    },
  },
  {
    name: 'ImageNet without a classifier',
    reach: async (stage) => {
      await loadClip(stage)
      stage.screen.setState({ choosingTask: 'fixed-labels' })
    },
  },
  {
    name: 'ImageNet with results',
    reach: async (stage) => {
      await load('Xenova/mobilevit-small')(stage)
      await addNamed(stage, ['car.svg', 'truck.svg', 'document.svg'])
    },
  },
]
