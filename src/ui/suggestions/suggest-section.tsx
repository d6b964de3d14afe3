import type { Picture } from '../../state/app-state'
import { wordModel } from '../../state/model/current-model'
import { useAppState, useScreen, useScreenStore, useWords } from '../context/ui-context'
import { lateComponent } from '../parts/late-component'
import { Part } from '../parts/part'
import { Button } from '../primitives/button'

const SuggestionPanel = lateComponent(async () => (await import('./suggestion-panel')).SuggestionPanel)

/** Offers to suggest tags, where a model reads words at all. */
export const SuggestSection = ({ picture }: { readonly picture: Picture | null }) => {
  const { t } = useWords()
  const screen = useScreenStore()
  const shown = useScreen(({ suggesting }) => suggesting)
  const hasTags = useAppState(({ tags }) => tags.length > 0)
  const isAsked = useAppState(({ model, pictures }) => pictures.length > 0 && wordModel(model) !== null)
  if (!isAsked) return null
  return (
    <div className="px-4 pb-4">
      <div className={hasTags ? '' : 'flex justify-center'}>
        <Button
          size="small"
          aria-expanded={shown}
          onClick={() => {
            screen.setState({ suggesting: !shown })
          }}
        >
          {t('ranking.suggest')}
        </Button>
      </div>
      {shown ? (
        <Part>
          <SuggestionPanel picture={picture} />
        </Part>
      ) : null}
    </div>
  )
}
