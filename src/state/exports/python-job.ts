import type { EngineClient } from '../../client/engine-client'
import type { UnitVector } from '../../core/brands'
import { writePythonJob, type JobModel, type JobTask } from '../../core/exports/job/python-job'
import { graphParts, towerPath } from '../../core/model/files/tower-path'
import { modelRoot, sourceKey, type ModelSource } from '../../core/model/model-source'
import type { StoredModel } from '../../core/model/stored/stored-model'
import { readTemplates } from '../../core/question/prompts/tag-prompts'
import { neutralTagsBeside } from '../../core/question/scoring/neutral-tags'
import type { ZeroShotModel } from '../../core/tasks/zero-shot/model'
import type { AppState } from '../app-state'
import { answeringModel, wordModel } from '../model/current-model'
import type { Selectors } from '../selectors'

/** Vectors by the numbers that a question is given for them, the same for the same vector. */
const createNumbers = () => {
  const numbers = new Map<UnitVector, number>()
  return {
    numberOf: (vector: UnitVector): number => {
      const number = numbers.get(vector) ?? numbers.size
      numbers.set(vector, number)
      return number
    },
    vectors: (): readonly UnitVector[] => [...numbers.keys()],
  }
}

/** What is asked of pictures now; `null` where a program cannot ask it, or not all of its tags have been read. */
const taskOf = (state: AppState, selectors: Pick<Selectors, 'columns'>): JobTask | null => {
  const { numberOf, vectors } = createNumbers()
  const question = selectors.columns(state)?.question(numberOf)
  const { tags } = state
  switch (question?.task) {
    case 'own': {
      const { head, learned, labelIds } = question
      const classes = labelIds.map((id) => tags.find((tag) => tag.id === id)?.text ?? id)
      return { kind: 'classifier', classes, head, learned }
    }
    case 'zero-shot': {
      if (state.embeddingTags || question.tags.length < tags.length || tags.length === 0) return null
      return {
        ...{ kind: 'question', question, vectors: vectors() },
        templates: readTemplates(state.settings.template),
        neutralTexts: neutralTagsBeside(question.tags.map(({ text }) => text)),
      }
    }
    case 'fixed-labels':
    case undefined:
      return null
  }
}

/** Where a file of a model is on its host, at the very commit; `null` where no other machine would find it. */
const urlOf = (source: ModelSource, revision: string, path: string): string | null => {
  if (source.kind === 'disk') return null
  const root = modelRoot(source.kind === 'hub' ? { ...source, revision } : source)
  return /^https?:/.test(root) ? `${root}/${path}` : null
}

const describeModel = (
  model: ZeroShotModel,
  source: ModelSource,
  stored: StoredModel | undefined,
): JobModel => {
  const { id, revision, dtype } = model
  const path = towerPath('vision', dtype.vision)
  const known = new Map(stored?.files.map((file) => [file.path, file.sha256]))
  const parts = graphParts(path, new Set(known.keys()))
  return {
    ...{ id, revision, dtype: dtype.vision, url: urlOf(source, stored?.revision ?? revision, path) },
    files: parts.map((part) => ({ path: part, sha256: known.get(part) ?? null })),
  }
}

/**
 * The program that asks what the page asks now; `null` where there is nothing that it could ask, or while tags are still
 * being read.
 */
export const pythonJob = async (
  state: AppState,
  selectors: Pick<Selectors, 'columns'>,
  engine: { readonly models: Pick<EngineClient['models'], 'list'> },
): Promise<string | null> => {
  const answering = answeringModel(state.model)
  const model = wordModel(state.model)
  const task = taskOf(state, selectors)
  if (!answering || !model || !task) return null
  const { source } = answering.choice
  const listed = await engine.models.list()
  const models = listed.kind === 'done' ? listed.value : []
  const stored = models.find(({ key }) => key === sourceKey(source))
  return writePythonJob(task, describeModel(model, source, stored), model.recipe)
}
