import { isCheckDue } from '../../core/model/stored/recheck-due'
import { choiceOf } from '../../core/model/model-choice'
import { sourceName } from '../../core/model/model-source'
import type { StoredModel } from '../../core/model/stored/stored-model'
import type { ActionDeps } from '../app-deps'
import type { ModelActions } from '../app-actions'
import type { Notices } from '../messages/notices'

/** What comparing stored models with their hashes takes. */
export interface RecheckDeps extends Pick<ActionDeps, 'engine'> {
  readonly notices: Notices
  readonly chooseModel: ModelActions['chooseModel']
  readonly whenIdle: () => Promise<void>
  readonly refreshModels: () => Promise<void>
}

/**
 * Compares stored models with their hashes, one after the other, each when the page has nothing else to do. Of one
 * that has changed the person is told; it is asked for again at a press, since a download shows its size first.
 * @param version of the engine.
 */
export const recheckModels = async (
  { engine, notices, chooseModel, whenIdle, refreshModels }: RecheckDeps,
  models: readonly StoredModel[],
  version: string,
): Promise<void> => {
  const tell = ({ source }: StoredModel) => {
    const name = sourceName(source)
    notices.show({
      tone: 'problem',
      text: ({ t }) => t('notices.filesChanged', { name }),
      // A person's own files are nowhere to be asked for.
      action:
        source.kind === 'disk'
          ? null
          : {
              label: ({ t }) => t('notices.show'),
              opens: 'model',
              run: () => void chooseModel(choiceOf(source)),
            },
    })
  }
  for (const model of models) {
    if (model.kept === false || !isCheckDue(model.checked, version, Date.now(), 'in idle time')) continue
    await whenIdle()
    const rechecked = await engine.models.recheck(model.source, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
    // Files of a begun download are missing anyway.
    if (rechecked.kind !== 'done' || rechecked.value.length <= model.missing.length) continue
    await refreshModels()
    tell(model)
  }
}
