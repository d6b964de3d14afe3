import type { Dtype, Device } from '../../../src/core/runtime/runtime.ts'
import type { Comparison } from './compare-answers.ts'

/** One model at one precision on one device. */
export interface ProvenRung {
  readonly id: string
  readonly revision: string
  readonly dtype: Dtype
  readonly device: Device
  readonly outcome:
    | { readonly kind: 'refused'; readonly reason: string }
    | {
        readonly kind: 'ran'
        /** Where it ran in the end, if elsewhere. */
        readonly ranOn: string | null
        readonly selfCheck: string
        readonly loadTime: number
        /** By the reference's name. */
        readonly comparisons: Readonly<Record<string, { readonly is: Comparison; readonly within: boolean }>>
      }
}

const figure = (value: number): string => (value < 1e-9 ? '0' : value.toExponential(1))

const describe = ({ otherTokens, prompts, pictures, probabilities }: Comparison): string =>
  [
    otherTokens.length === 0 ? 'tokens equal' : `tokens of prompts ${otherTokens.join(', ')} differ`,
    `prompts ${figure(prompts)}`,
    `pictures ${figure(pictures)}`,
    ...(probabilities === null ? [] : [`probabilities ${figure(probabilities)}`]),
  ].join(', ')

const row = ({ id, revision, dtype, device, outcome }: ProvenRung): string => {
  const what = `| ${id} | ${revision.slice(0, 7) || '-'} | ${device} ${dtype} |`
  if (outcome.kind === 'refused') return `${what} does not load: ${outcome.reason.replaceAll('|', '/')} | | |`
  const compared = Object.entries(outcome.comparisons).map(
    ([reference, { is, within }]) => `${within ? '' : '**not within**: '}${reference}: ${describe(is)}`,
  )
  return `${what} ${outcome.ranOn ?? 'as asked'} | ${outcome.selfCheck} | ${compared.join('<br>')} |`
}

/** The page `docs/real-models.md`. */
export const reportReal = (rungs: readonly ProvenRung[], host: string, date: string): string =>
  [
    '# Real models',
    '',
    `Written by \`npm run models:prove\` on ${date}, from ${host}. Each model was loaded in Chromium by the built app at`,
    'each precision, and asked our prompts and drawings. Distances are the largest of all cosine distances; `native` is',
    'ONNX Runtime outside of a browser on the same files, `python` is transformers on the weights as they were trained.',
    'Of these, 8 and 4 bits are told and not judged.',
    '',
    '| model | commit | asked for | ran | self-check | compared |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rungs.map(row),
    '',
  ].join('\n')
