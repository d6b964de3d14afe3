import type { Capabilities } from '../capabilities'
import { MAX_WORKERS } from '../choose-workers'
import { chooseRuntime } from '../runtime'
import { picturesPerSecond, type MeasuredRung, type Rung } from './measurement'

/** Quantised weights are tried on the card too: they are silently wrong on many, which the self-check finds out. */
const GPU = ['fp16', 'fp32', 'q8'] as const
const CPU = ['q8', 'fp16', 'fp32'] as const

/**
 * Every rung that this machine has, the graphics card first.
 * @param allowFallbackAdapter counts a software adapter as a card. For tests only.
 */
export const rungsOf = (capabilities: Capabilities, allowFallbackAdapter: boolean): readonly Rung[] => {
  const best = chooseRuntime(capabilities, { device: 'auto', allowFallbackAdapter })
  const { threads } = best
  const workers = capabilities.ios ? 1 : Math.min(capabilities.cores, MAX_WORKERS)
  const onWasm = (count: number) =>
    CPU.map((dtype) => ({ device: 'wasm', dtype, threads: count, executor: 'onnx-runtime' }) as const)
  const onOwn = (count: number) =>
    CPU.map((dtype) => ({ device: 'wasm', dtype, threads: count, executor: 'own' }) as const)
  const gpu = best.device === 'webgpu' ? GPU : []
  return [
    ...gpu
      .filter((dtype) => dtype !== 'fp16' || best.dtypes.includes(dtype))
      .map((dtype) => ({ device: 'webgpu', dtype, threads, executor: 'onnx-runtime' }) as const),
    ...onWasm(threads),
    ...onOwn(workers),
    ...(threads > 1 ? onWasm(1) : []),
    ...(workers > 1 ? onOwn(1) : []),
  ]
}

/** The most pictures a second of any size of a run; 0 where nothing was measured. */
export const bestRate = ({ result }: MeasuredRung): number =>
  result.kind === 'measured' ? Math.max(0, ...result.batches.map(picturesPerSecond)) : 0

/**
 * The fastest rung whose numbers are right, of those that can be chosen: with all threads that there are; `null` where
 * none is. One that gives inexact numbers is not proposed, however fast.
 */
export const bestRung = (rungs: readonly MeasuredRung[]): MeasuredRung | null => {
  const mostOf = (executor: Rung['executor']) =>
    Math.max(...rungs.map(({ rung }) => (rung.executor === executor ? rung.threads : 0)))
  const most = { 'onnx-runtime': mostOf('onnx-runtime'), own: mostOf('own') }
  const sound = rungs.filter(
    ({ rung, result }) =>
      rung.threads === most[rung.executor] &&
      result.kind === 'measured' &&
      result.selfCheck.kind !== 'inexact' &&
      result.batches.length > 0,
  )
  return sound.reduce<MeasuredRung | null>(
    (best, measured) => (best === null || bestRate(measured) > bestRate(best) ? measured : best),
    null,
  )
}
