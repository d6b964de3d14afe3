import { Check, ChevronLeft, ChevronRight, CircleSlash, ListTodo, Scale, X } from 'lucide-react'
import type { MarkActions } from '../../state/tasks/own/own-actions'
import { useActions, useAppState, useScreenStore } from '../context/ui-context'
import { useAttempt } from '../parts/use-attempt'
import { useReview } from '../pictures/list/use-decision-filter'
import { useReviewWords } from '../pictures/use-decision'
import type { Command } from './command'
import { namedLike } from './named'

/**
 * What decides on pictures, as their keys do.
 * @param ids of those that are selected.
 * @param query what was typed: tags are offered by name only once there is some.
 */
export const useDecisionCommands = (ids: readonly string[], query: string): readonly Command[] => {
  const { t } = useReviewWords()
  const { marking } = useActions()
  const screen = useScreenStore()
  const attempt = useAttempt()
  const { isOn, begin } = useReview()
  const tags = useAppState((state) => state.tags)
  const command = (
    key: string,
    label: string,
    icon: NonNullable<Command['icon']>,
    run: (marks: MarkActions) => unknown,
  ): Command => ({
    key,
    label,
    icon,
    chosen: null,
    onSelect: () =>
      void attempt(async () => {
        await run(await marking.load())
      }),
  })
  return [
    {
      key: 'compare',
      label: t('review.agreement.compare'),
      icon: Scale,
      chosen: null,
      onSelect: () => {
        screen.setState({ dialog: 'compare' })
      },
    },
    {
      key: 'review',
      label: t('review.begin'),
      icon: ListTodo,
      chosen: isOn,
      onSelect: () => {
        begin(!isOn)
      },
    },
    ...(ids.length === 0
      ? []
      : [
          command('accept', t('review.commands.accept', { count: ids.length }), Check, ({ review }) =>
            review.accept(ids),
          ),
          command('decide none', t('review.commands.none'), CircleSlash, ({ markNone }) => {
            markNone(ids)
          }),
          ...namedLike(tags, query, ({ text }) => text).map(({ id, text }) => ({
            ...command(`decide ${id}`, t('review.commands.tag', { tag: text }), Check, ({ mark }) => {
              mark(ids, id, 'yes')
            }),
            name: text,
          })),
          command('undecide', t('review.commands.clear'), X, ({ unmark }) => {
            unmark(ids)
          }),
        ]),
    command('undecided next', t('review.commands.next'), ChevronRight, ({ review }) => {
      review.goTo('next')
    }),
    command('undecided previous', t('review.commands.previous'), ChevronLeft, ({ review }) => {
      review.goTo('previous')
    }),
  ]
}
