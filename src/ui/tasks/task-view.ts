import type { ComponentType, ReactNode } from 'react'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { Picture } from '../../state/app-state'
import type { Wording } from '../../words/wording'
import type { ModelWording } from '../model/texts/use-model-words'

/** A fact of a model: what it is called, and what it is. */
export type FactRow = readonly [term: string, fact: ReactNode]

/** How one task is drawn. Each has a folder here; `task-views.ts` lists them. */
export interface TaskView {
  /** What the mode is called at the head of the column of labels. */
  name(words: Wording): string
  /** The command that goes there. */
  command(words: Wording): string
  /** The column of labels while a model of the task answers. */
  readonly Labels: ComponentType<{ readonly headed: boolean }>
  /** In place of it while none was loaded yet; `null` where the dialog of all models has to do. */
  readonly Choice: ComponentType | null
  /** What is said of a picture that has an answer. */
  readonly Ranking: ComponentType<{ readonly picture: Picture }>
  /** Below it: what the answer took, and the answer for machines. `null` where the ranking ends with it. */
  readonly Footer: ComponentType<{ readonly picture: Picture }> | null
  /** What only models of the task have; none for a model of another. */
  facts(words: ModelWording, model: LoadedModel): readonly FactRow[]
}
