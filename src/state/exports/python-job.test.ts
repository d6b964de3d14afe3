import { expect, it } from 'vitest'
import type { Bytes } from '../../core/brands'
import { sourceKey } from '../../core/model/model-source'
import { setupApp, source } from '../../testing/fakes/app-under-test'

const save = async ({ actions }: ReturnType<typeof setupApp>) => {
  const files: (readonly [string, string])[] = []
  const kept: Blob[] = []
  await (
    await actions.exporting.load()
  ).save({ kind: 'job', scope: 'all' }, (file, name) => {
    kept.push(file)
    files.push([name, file.type])
  })
  const text = (await kept[0]?.text()) ?? ''
  // What it says of what is asked stands between the quotes as JSON.
  const job = /r'''(\{.*?\})'''/s.exec(text)?.[1]
  return { files, text, job: job === undefined ? null : (JSON.parse(job) as Record<string, unknown>) }
}

it('is one program that asks of pictures what the page asks', async () => {
  const app = setupApp()
  app.actions.replaceTags(['red', "it's | ''' -green"])
  app.engine.stored.push({
    ...{ key: sourceKey(source), source, claim: null, revision: 'c0ffee', missing: [], dtypes: ['fp32'] },
    files: [{ path: 'onnx/vision_model.onnx', size: 1 as Bytes, sha256: 'f'.repeat(64) }],
    ...{ size: 1 as Bytes, checked: null, addedAt: 0, usedAt: 0 },
  })
  const model = await app.load()
  await app.answerPrompts()
  await app.answerPrompts()
  await app.whenIdle()
  const { files, text, job } = await save(app)
  expect(files).toEqual([['taglens_job.py', 'text/x-python;charset=utf-8']])
  expect(job).toMatchObject({
    kind: 'question',
    tags: [
      { tag: 'red', isRest: false, neutralPictures: null },
      { tag: "it's | ''' -green", rivals: [expect.any(Number)] },
    ],
    rules: app.state().settings.rules,
    recipe: model.recipe,
    model: {
      id: model.id,
      url: 'https://models.example/a/onnx/vision_model.onnx',
      files: [{ path: 'onnx/vision_model.onnx', sha256: 'f'.repeat(64) }],
    },
  })
  expect(text).not.toMatch(/__TAGLENS_\w+__/)
})

it('is not written before all tags have been read, and that is said', async () => {
  const app = setupApp()
  app.actions.replaceTags(['red', 'green'])
  await app.load()
  expect((await save(app)).files).toEqual([])
  expect(app.state().notices.map(({ tone }) => tone)).toContain('problem')
})
