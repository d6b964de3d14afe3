import type { StoreApi } from 'zustand/vanilla'
import type { Comparison } from '../../../core/tasks/comparison/compare-sheets'
import type { ComparisonFormat } from '../../../core/tasks/comparison/export-comparison'
import type { Outcome } from '../../../core/errors/outcome'
import type { ComparedWith } from '../../app-state'
import type { Look } from '../../pictures/views/views'

/** Sets what the words say of the list beside what another wording says, or what a model said that answered before. */
export interface Comparing {
  readonly look: StoreApi<Look<Comparison>>
  /** Compares with this from now on. */
  compareWith(other: ComparedWith): void
  /** Compares, and again whenever answers or decisions have changed, as long as someone looks. @returns ends it. */
  watch(): () => void
  /** Gives up what is under way; what was found stays. */
  stop(): void
  again(): void
  /**
   * Keeps what the words say now, so that it can be set beside the answers of a model that is loaded next, and compares with
   * it from now on.
   */
  hold(signal: AbortSignal): Promise<Outcome<null>>
  /**
   * Shows what was compared in the grid, without other pictures.
   * @param sha256 of the picture that takes focus; `null` for the first.
   */
  show(differOnly: boolean, text: string, sha256: string | null): void
  /** The comparison that was found last as a file; `null` without one. */
  file(format: ComparisonFormat, differOnly: boolean): { readonly file: Blob; readonly name: string } | null
}
