import { selfCheckLine } from '../../model/self-check'
import { picturesPerSecond, type Measurement, type MeasuredRung, type Rung } from './measurement'

/** `WebGPU fp16`, `WASM q8, 2 threads`: the same in every language. */
export const rungName = ({ device, dtype, threads }: Rung): string =>
  device === 'webgpu'
    ? `WebGPU ${dtype}`
    : `WASM ${dtype}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`

const rungLine = ({ rung, result }: MeasuredRung): string => {
  if (result.kind !== 'measured')
    return `${rungName(rung)}: ${result.kind === 'failed' ? result.error.code : 'no file here'}`
  const rates = result.batches.map(
    (batch) => `${picturesPerSecond(batch).toPrecision(3)} at ${batch.pictures}`,
  )
  const one = result.batches[0]
  return [
    `${rungName(rung)}: ready ${Math.round(result.ready)} ms`,
    ...(one ? [`first picture ${Math.round(one.first)} ms`] : []),
    `pictures/s ${rates.join(', ')}`,
    selfCheckLine(result.selfCheck),
  ].join('; ')
}

/** A measurement as lines of text, for a report. English, as reports are. */
export const measurementLines = ({ model, preparation, rungs }: Measurement): readonly string[] => [
  `measured: ${model.name} ${model.revision}`.trim(),
  ...preparation.map(
    ({ width, height, median }) =>
      `prepare ${((width * height) / 1e6).toFixed(1)} MP: ${Math.round(median)} ms`,
  ),
  ...rungs.filter(({ result }) => result.kind !== 'no file').map(rungLine),
]
