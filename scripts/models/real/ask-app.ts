import { chromium } from 'playwright'
import type { ModelSource } from '../../../src/core/model/model-source.ts'
import type { Device, Dtype } from '../../../src/core/runtime/runtime.ts'
import { findHeadless, softwareWebGpu } from '../../browsers/find-browser.ts'
import type { Answers, Questions } from './answers.ts'

/** What the app made of a model. */
export interface AppAnswer {
  readonly answers: Answers
  /** As it ran: a rung that does not serve is left for a lower one. */
  readonly device: Device
  readonly dtype: Dtype
  readonly revision: string
  /** What the app's own self-check has shown, in a line. */
  readonly selfCheck: string
  /** Milliseconds of the load, the download in it. */
  readonly loadTime: number
}

type HubModel = Extract<ModelSource, { readonly kind: 'hub' }>

/**
 * Loads a model in the built app, as a program would, and asks it everything. A browser of its own: a model's memory
 * comes back no other way.
 * @param app address of the built app.
 * @returns the app's error, as `CODE: message`, where it does not load.
 */
export const askApp = async (
  app: string,
  { id, host, revision }: HubModel,
  rung: { readonly device: Device; readonly dtype: Dtype },
  { prompts, pictures }: Questions,
): Promise<AppAnswer | string> => {
  const browser = await chromium.launch({ executablePath: await findHeadless(), args: [...softwareWebGpu] })
  try {
    const page = await browser.newPage()
    // A software adapter counts, so that the graphics card's way is walked on machines without one.
    await page.addInitScript('window.taglensTesting = { workers: 1 }')
    await page.goto(`${app}?model=none`)
    const addresses = [...pictures.values()].map(
      (png) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
    )
    const answer = await page.evaluate(
      async ([source, texts, shown]) => {
        const { taglens } = window
        await taglens.ready
        try {
          const startedAt = performance.now()
          const model = await taglens.loadModel(source)
          const loadTime = performance.now() - startedAt
          const told = await taglens.embedTexts(texts)
          const seen = await taglens.embedImages(shown)
          const judged = await taglens.classify(shown, { labels: texts, literal: true, noneMargin: null })
          const probabilities = judged.map((record) =>
            'labels' in record ? record.labels.map(({ probability }) => probability) : [null],
          )
          const { selfCheck } = model
          return {
            answers: {
              tokens: told.map(({ tokenIds }) => [...tokenIds]),
              prompts: told.map(({ embedding }) => [...embedding]),
              pictures: seen.map((picture) => ('embedding' in picture ? [...picture.embedding] : [])),
              probabilities,
            },
            device: model.device,
            dtype: model.dtype.vision,
            revision: model.revision,
            selfCheck:
              'distance' in selfCheck
                ? `${selfCheck.kind}, ${selfCheck.distance.toPrecision(2)} from ${selfCheck.against}`
                : selfCheck.kind,
            loadTime,
          }
        } catch (error) {
          // What the API rejects with has these two fields.
          const { code, message } = error as { code?: string; message: string }
          return `${code ?? 'UNEXPECTED'}: ${message}`
        }
      },
      [{ id, host, revision, ...rung }, prompts, addresses] as const,
    )
    if (typeof answer === 'string') return answer
    const { probabilities } = answer.answers
    const known = probabilities.flatMap((row) => (row.every((value) => value !== null) ? [row] : []))
    return {
      ...answer,
      answers: { ...answer.answers, probabilities: known.length === probabilities.length ? known : null },
    }
  } finally {
    await browser.close()
  }
}
