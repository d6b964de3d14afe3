import { readTemplates, tagPrompts } from '../../core/prompts/tag-prompts'
import { zeroShotModel } from '../../state/current-model'
import { useAppState, useWords } from '../ui-context'

/** Beside a tag being typed: how many tokens its longest prompt has, of how many the model reads. */
export const TokenCount = ({ text }: { readonly text: string }) => {
  const { t, format } = useWords()
  const most = useAppState(({ model }) => zeroShotModel(model)?.maxTokens ?? 0)
  const count = useAppState(({ promptEmbeddings, settings }) =>
    tagPrompts(text.trim(), readTemplates(settings.template)).reduce(
      (longest, prompt) => Math.max(longest, promptEmbeddings.get(prompt)?.tokenIds.length ?? 0),
      0,
    ),
  )
  // Vectors that travel with a model have no tokens.
  if (count === 0) return null
  return (
    <span
      title={t('tags.tokens', { number: format.count(count), most: format.count(most) })}
      className={count >= most ? 'text-12 text-danger tabular-nums' : 'text-12 text-muted tabular-nums'}
    >
      <span aria-hidden>
        {count}/{most}
      </span>
      <span className="sr-only">
        {t('tags.tokens', { number: format.count(count), most: format.count(most) })}
      </span>
    </span>
  )
}
