import fc from 'fast-check'
import { expect, it } from 'vitest'
import { done } from '../../core/errors/outcome'
import type { Mark } from '../../core/tasks/own/marks'
import type { Preferences } from '../../platform/storage/preferences'
import { setupApp } from '../../testing/fakes/app-under-test'
import { createFakeClassifier } from '../../testing/fakes/fake-classifier'
import { encodedPicture, unitVector } from '../../testing/fakes/fake-engine'
import { createRememberingDesk } from '../../testing/fakes/remembering-desk'
import { workOf } from './work'

const COMMANDS = 1000

/** Another hash for another name, which stands for a picture's bytes. */
const hashOf = (name: string) =>
  Array.from(name, (letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .padEnd(64, '0')

/** What outlives a page, and pages that are opened on it one after another. */
const createBrowser = () => {
  const desk = createRememberingDesk()
  const own = createFakeClassifier()
  let preferences: Preferences | null = null
  const open = async () => {
    const app = setupApp(
      preferences,
      (written) => {
        preferences = written
      },
      undefined,
      undefined,
      () => Promise.resolve(desk),
      own,
    )
    const { state, engine, actions, settle } = app
    let answered = 0
    /** Answers what is asked, so that every picture is known by its bytes. */
    const encode = async () => {
      for (let isOver = false; !isOver;) {
        await settle()
        isOver = answered >= engine.pictures.length
        for (; answered < engine.pictures.length; answered += 1) {
          const name = engine.pictures[answered]?.request ?? ''
          const vector = unitVector(1, (name.length % 3) / 10, (name.charCodeAt(1) % 7) / 10)
          engine.pictures[answered]?.answer(
            done({ ...encodedPicture('model-a', vector), sha256: hashOf(name) }),
          )
        }
        for (const job of engine.prompts.splice(0))
          job.answer(
            done(job.request.map((_, i) => ({ embedding: unitVector(1, i, 1), tokenIds: [1], cut: false }))),
          )
      }
    }
    await app.load()
    await app.restorePictures()
    const marks = await actions.marking.load()
    await encode()
    const isWritten = () => {
      const { past, future } = state().history
      const [line] = desk.history.lines.values()
      return (
        (line?.steps.length ?? 0) === past.length + future.length &&
        (line?.done ?? 0) === past.length &&
        desk.kept().join() ===
          state()
            .pictures.map(({ id }) => id)
            .join()
      )
    }
    return { ...app, marks, encode, isWritten }
  }
  return { open }
}

type Page = Awaited<ReturnType<ReturnType<typeof createBrowser>['open']>>

const ids = ({ state }: Page, a: number, b: number) =>
  state()
    .pictures.filter((_, i) => i % 5 === a % 5 || i === b)
    .map(({ id }) => id)

const tagAt = ({ state }: Page, a: number) => state().tags[a % 5]?.id ?? ''

/** What a person may do, with numbers that choose which tag, which pictures and what else. */
const commands: readonly ((page: Page, a: number, b: number) => unknown)[] = [
  ({ actions }, a) => actions.addTags(`tag ${a}`),
  (page, a) => page.actions.removeTag(tagAt(page, a)),
  (page, a, b) => page.actions.editTag(tagAt(page, a), `tag ${b}`),
  (page, a, b) => page.actions.moveTag(tagAt(page, a), b % 6),
  (page, a, b) => page.actions.setTagThreshold(tagAt(page, a), b % 3 ? b / 100 : null),
  async ({ addPictures, encode }, a, b) => {
    addPictures(`p${a}`, `q${b}`)
    await encode()
  },
  (page, a, b) => page.actions.removePictures(ids(page, a, b)),
  (page, a, b) => page.marks.mark(ids(page, a, b), tagAt(page, b), a % 4 ? 'yes' : 'no'),
  (page, a, b) => page.marks.mark(ids(page, b, a), tagAt(page, a), 'yes'),
  (page, a, b) => page.marks.markNone(ids(page, a, b)),
  (page, a, b) => page.marks.unmark(ids(page, a, b)),
  (page, a, b) => page.marks.review.accept(ids(page, a, b)),
  ({ actions }, a) => actions.setTemplate(`template ${a} {}`),
  ({ actions }, a) => actions.setRules({ mode: a % 2 ? 'multi' : 'single' }),
]

const numbersOf = (mark: Mark) => ({ ...mark, encoded: mark.encoded && [...mark.encoded.embedding] })

/** All that a person has made, as text: what a picture is on the page, and how it is encoded, is no part of it. */
const asText = async ({ state }: Page): Promise<string> => {
  const { tags, scoring, pictures, marks } = workOf(state())
  return JSON.stringify({
    tags,
    scoring,
    pictures: await Promise.all(
      pictures.map(async ({ id, name, file }) => ({ id, name, bytes: await file.text() })),
    ),
    // A database gives them back by their ids.
    marks: marks.map(numbersOf).sort((one, other) => (one.id < other.id ? -1 : 1)),
  })
}

it('of a thousand commands, undone, is byte for byte as at the start, with a reload in the middle; redone, as at the end', async () => {
  const someCommand = fc.tuple(fc.nat({ max: commands.length - 1 }), fc.nat({ max: 99 }), fc.nat({ max: 99 }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(someCommand, { minLength: COMMANDS, maxLength: COMMANDS }),
      async (sequence) => {
        const browser = createBrowser()
        const run = async (page: Page, some: typeof sequence) => {
          for (const [kind, a, b] of some) await commands[kind]?.(page, a, b)
        }
        const reload = async (page: Page) => {
          await expect.poll(page.isWritten, { timeout: 5000 }).toBe(true)
          return browser.open()
        }
        let page = await browser.open()
        page.addPictures('first', 'second')
        await page.encode()
        const steps = () => page.state().history.past.length
        const [before, start] = [steps(), await asText(page)]
        await run(page, sequence.slice(0, COMMANDS / 2))
        const middle = await asText(page)
        page = await reload(page)
        expect(middle).not.toBe(start)
        expect(await asText(page)).toBe(middle)
        await run(page, sequence.slice(COMMANDS / 2))
        const end = await asText(page)
        const count = steps() - before
        expect(count).toBeGreaterThan(COMMANDS / 3)
        for (let i = 0; i < count / 2; i += 1) page.actions.undo()
        page = await reload(page)
        while (steps() > before) page.actions.undo()
        expect(await asText(page)).toBe(start)
        for (let i = 0; i < count; i += 1) page.actions.redo()
        expect(await asText(page)).toBe(end)
      },
    ),
    // A thousand commands are not made fewer one by one.
    { numRuns: 2, endOnFailure: true },
  )
}, 120_000)
