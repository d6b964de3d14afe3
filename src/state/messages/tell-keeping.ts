import type { AppDeps } from '../app-deps'
import type { Notices } from './notices'

/** Says in one line what a page goes without that can keep nothing, and what to do about it. */
export const tellKeeping = ({ keeping }: Pick<AppDeps, 'keeping'>, { show }: Pick<Notices, 'show'>): void => {
  if (keeping !== 'kept')
    show({ tone: 'info', stays: true, text: ({ t }) => t(`notices.${keeping}`), action: null })
}
